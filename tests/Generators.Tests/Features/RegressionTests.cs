namespace TrainSdk.Generators.Tests.Features;

public sealed class RegressionTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Regression]", "Regression");

    [Theory]
    [InlineData("Regression(RegressionLoss.Mae)", "l1_loss(output, batch.Target.reshape(output.shape));")]
    [InlineData("Regression(RegressionLoss.Huber)", "huber_loss(output, batch.Target.reshape(output.shape));")]
    [InlineData("Regression(RegressionLoss.Huber, Delta = 0.5)", "huber_loss(output, batch.Target.reshape(output.shape), delta: 0.5);")]
    public void Other_losses(string attribute, string loss) =>
        Assert.Contains($"var loss = {loss}", FeatureSnapshot.Of($"[Hyperparams, {attribute}]").Of("Training"), StringComparison.Ordinal);
}
