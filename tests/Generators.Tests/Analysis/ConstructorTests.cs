using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class ConstructorTests
{
    [Theory]
    [InlineData("int width", "width", "no default value")]
    [InlineData("int depth = 2, decimal width = 1", "width", "decimal")]
    [InlineData("string? width = null", "width", "no setting can hold")]
    [InlineData("int? width = null", "width", "int?")]
    [InlineData("params int[] width", "width", "no default value")]
    public async Task TRAIN1010_no_usable_constructor(string parameters, string at, string words)
    {
        var source = ModelSource.With("[Hyperparams]", constructor: parameters);
        await Expect.Only("TRAIN1010", at, source, words);
        Expect.NoLoop(source);
    }

    [Theory]
    [InlineData("[Hyperparams]", "double lr = 1", "lr", "Lr")]
    [InlineData("[Hyperparams]", "int batch_size = 1", "batch_size", "BatchSize")]
    [InlineData("[Hyperparams, Warmup(5)]", "int warmup = 1", "warmup", "Warmup")]
    [InlineData("[Hyperparams]", "int width = 1, int Width = 2", "Width", "Width")]
    [InlineData("[Hyperparams]", "int hyperparameters = 1", "hyperparameters", "Hyperparameters")]
    [InlineData("[Hyperparams]", "int device = 1", "device", "Device")]
    [InlineData("[Hyperparams]", "string toString = \"\"", "toString", "ToString")]
    public async Task TRAIN1011_parameter_collides(string attributes, string parameters, string at, string setting)
    {
        var source = ModelSource.With(attributes, constructor: parameters);
        await Expect.Only("TRAIN1011", at, source, $"'{at}'", setting);
        Expect.Loop(source);
    }

    [Fact]
    public async Task A_name_of_a_feature_that_is_not_used_is_free() =>
        await Expect.Nothing(ModelSource.With("[Hyperparams]", constructor: "int warmup = 1, double labelSmoothing = 0.1"));
}
