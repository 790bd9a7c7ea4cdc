using TrainSdk.Generated.Tests.Models;
using TrainSdk.Sweeps;

namespace TrainSdk.Generated.Tests.Sweeps;

/// <summary>The best trial's settings read as they are written on the class.</summary>
public sealed class AttributeTextTests
{
    [Fact]
    public void Settings_are_named_after_the_attributes_of_the_class()
    {
        var settings = new TemplateModel.Hyperparameters
        {
            Lr = 0.002, BatchSize = 32, WeightDecay = 0, Warmup = TrainSdk.Settings.Duration.Steps(500), CosineMinLr = 1e-5, ClipGradNorm = 0.5,
            Width = 16, Amp = AmpMode.Bf16,
        };
        string[] swept = ["lr", "weightDecay", "batchSize", "warmup", "cosineMinLr", "clipGradNorm", "amp", "width"];
        var trial = new TrialRecord
        {
            Trial = 1, State = TrialState.Completed, Run = "trial-1", Settings = [.. swept.Select(static name => new SweptValue(name, ""))],
        };
        Assert.Equal(
            "[Hyperparams(Lr = 0.002, BatchSize = 32)], [AdamW(WeightDecay = 0)], [Warmup(Steps = 500)], [Cosine(MinLr = 1E-05)], "
                + "[ClipGradNorm(0.5)], [Amp(AmpMode.Bf16)], width = 16 in the constructor",
            AttributeText.Of(typeof(TemplateModel), TemplateModel.Training.Description.Settings, settings, trial));
    }
}
