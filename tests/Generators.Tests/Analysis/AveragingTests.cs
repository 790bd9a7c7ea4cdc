using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class AveragingTests
{
    [Fact]
    public async Task TRAIN1020_beside_another_average()
    {
        var source = ModelSource.With("[Hyperparams, Ema, Swa(Lr = 0.05)]");
        await Expect.Only("TRAIN1020", "Swa(Lr = 0.05)", source, "[Ema] and [Swa]");
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Ema(1)", "1", "below 1")]
    [InlineData("Ema(-0.1)", "-0.1", "from 0")]
    public async Task TRAIN1007_decay_of_the_average(string attribute, string at, string words) =>
        await Expect.Only("TRAIN1007", at, ModelSource.With($"[Hyperparams, {attribute}]"), words);

    [Theory]
    [InlineData("Swa(20, Steps = 10, Lr = 0.05)", "Steps = 10", "2 starts (Epochs, Steps)")]
    [InlineData("Swa(Steps = 10, Fraction = 0.1, Lr = 0.05)", "Fraction = 0.1", "2 starts")]
    public async Task TRAIN1040_start(string attribute, string at, string words)
    {
        var source = ModelSource.With($"[Hyperparams, {attribute}]");
        await Expect.Only("TRAIN1040", at, source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Swa(20)", "Swa(20)", "SwaLr is 0")]
    [InlineData("Swa(Lr = -1)", "Lr = -1", "greater than 0")]
    [InlineData("Swa(Lr = 0.05, AnnealEpochs = -1)", "AnnealEpochs = -1", "at least 0")]
    public async Task TRAIN1007_rate_of_averaging(string attribute, string at, string words) =>
        await Expect.Only("TRAIN1007", at, ModelSource.With($"[Hyperparams, {attribute}]"), words);

    [Theory]
    [InlineData("Hyperparams(Epochs = 20), Swa(20, Lr = 0.05)", "20", "nothing is averaged")]
    [InlineData("Hyperparams(Epochs = 20), Warmup(10), Swa(5, Lr = 0.05)", "5", "longer than Swa 5")]
    public async Task TRAIN1017_order_of_its_start(string attributes, string at, string words) =>
        await Expect.Only("TRAIN1017", at, ModelSource.With($"[{attributes}]"), words);
}
