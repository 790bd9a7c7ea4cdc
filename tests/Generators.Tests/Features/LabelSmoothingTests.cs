using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Features;

public sealed class LabelSmoothingTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, LabelSmoothing]", "LabelSmoothing");

    [Fact]
    public void Leaves_the_validation_loss_plain()
    {
        var loop = GeneratorRun.Of(ModelSource.With("[Hyperparams, LabelSmoothing(0.2)]")).Clean().Of("Training");
        Assert.Contains("losses.Add(cross_entropy(output, batch.Target), batch.Count);", loop, StringComparison.Ordinal);
    }
}
