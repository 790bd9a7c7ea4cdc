namespace TrainSdk.Generators.Tests.Features;

public sealed class BinaryTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Binary(PosWeight = 2.5)]", "Binary");

    [Fact]
    public void Without_arguments() => Assert.Contains(
        "losses.Add(BinaryCrossEntropy.Of(output, batch.Target), batch.Count);", FeatureSnapshot.Of("[Hyperparams, Binary]").Of("Training"), StringComparison.Ordinal);
}
