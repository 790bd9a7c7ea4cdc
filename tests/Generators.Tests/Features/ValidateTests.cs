namespace TrainSdk.Generators.Tests.Features;

public sealed class ValidateTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Validate(EverySteps = 500)]", "Validate");

    [Fact]
    public void Everything_that_follows_a_validation_follows_each() =>
        FeatureSnapshot.Verify("[Hyperparams, Validate(EverySteps = 500), EarlyStop, Ema, Accumulate(2), Freeze(\"_head\", UntilEpoch = 1)]", "ValidateTogether");
}
