namespace TrainSdk.Generators.Tests.Features;

public sealed class AccumulateTests
{
    private const string SumAndWeight = "private static (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target) => (output.sum(), target.sum());";

    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Accumulate(4)]", "Accumulate");

    [Fact]
    public void A_loss_with_its_own_weight() => FeatureSnapshot.Verify("[Hyperparams, Accumulate(4)]", "AccumulateSumAndWeight", SumAndWeight);

    [Fact]
    public void Scaled_averaged_unscaled_clipped() =>
        FeatureSnapshot.Verify("[Hyperparams, ClipGradNorm, Accumulate(2), Amp]", "AccumulateAmpClipGradNorm");

    [Fact]
    public void Halved_where_memory_does_not_suffice() =>
        FeatureSnapshot.Verify("[Hyperparams, Amp, Accumulate(2, Auto = true)]", "AccumulateAuto");
}
