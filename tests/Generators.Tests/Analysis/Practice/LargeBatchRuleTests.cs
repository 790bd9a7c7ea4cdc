using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class LargeBatchRuleTests
{
    private const string Id = "TRAIN2003";

    [Theory]
    [InlineData("Hyperparams(BatchSize = 1024)", "BatchSize = 1024", "1024 samples")]
    [InlineData("Hyperparams(BatchSize = 513), Cosine", "BatchSize = 513", "513 samples")]
    [InlineData("Hyperparams(BatchSize = 256), Accumulate(4)", "4", "1024 samples")]
    public async Task A_large_batch_without_a_rise(string attributes, string at, string words) =>
        await Advice.Only(Id, at, ModelSource.With($"[{attributes}]"), words, "[Warmup(5)]");

    [Theory]
    [InlineData("Hyperparams(BatchSize = 512)")]
    [InlineData("Hyperparams(BatchSize = 128), Accumulate(4)")]
    [InlineData("Hyperparams(BatchSize = 1024), Warmup(5)")]
    [InlineData("Hyperparams(BatchSize = 1024), ScaleLr(Rule = ScaleRule.SquareRoot)")]
    [InlineData("Hyperparams(BatchSize = 1024), OneCycle")]
    public async Task Nothing_is_said_of(string attributes) => await Advice.Nothing(ModelSource.With($"[{attributes}]"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, ModelSource.With("[Hyperparams(BatchSize = 1024)]"));
}
