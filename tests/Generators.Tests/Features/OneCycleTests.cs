namespace TrainSdk.Generators.Tests.Features;

public sealed class OneCycleTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, OneCycle(PctStart = 0.25, Anneal = AnnealMode.Linear)]", "OneCycle");
}
