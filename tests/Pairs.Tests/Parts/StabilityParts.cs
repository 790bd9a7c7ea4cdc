using TorchSharp;
using TrainSdk.Precision;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>How a step is made, and when the run ends.</summary>
internal static class StabilityParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("[Amp]", "Amp(AmpMode.Bf16)", static recipe => recipe with
        {
            Precision = new MixedPrecision { Device = DeviceType.CPU, Dtype = ScalarType.BFloat16 },
        }),
        new("[Accumulate]", "Accumulate(4)", static recipe => recipe with { Accumulate = 4 }),
        new("[ClipGradNorm]", "ClipGradNorm(0.3)", static recipe => recipe with { Norm = static gradients => gradients.ClipNorm(0.3) }),
        new("[ClipGradValue]", "ClipGradValue(0.01)", static recipe => recipe with { Norm = static gradients => gradients.ClipValue(0.01) }),
        new("[Ema]", "Ema(0.8)", static recipe => recipe with { Ema = 0.8 }),
        new("[Swa]", "Swa(2, Lr = 0.005, AnnealEpochs = 2)", static recipe => recipe with { IsSwa = true }),
        new("[Validate]", "Validate(EverySteps = 5)", static recipe => recipe with { ValidateEverySteps = 5 }),
        new("[OnDivergence]", "OnDivergence(DivergenceAction.Rollback)", static recipe => recipe),
        new("[EarlyStop]", "EarlyStop(2, MinDelta = 0.05)", static recipe => recipe with { EarlyStop = static () => new EarlyStopping(2, 0.05) }),
        new("hooks", "", static recipe => recipe)
        {
            Members = """
                partial void OnFitStart(in FitStart fit) => Seen.Add("fit");
                partial void OnStepEnd(in StepSummary step) => Seen.Add("step");
                partial void OnValidationEnd(in ValidationSummary validation) => Seen.Add("validation");
                partial void OnCheckpointEnd(in CheckpointSummary checkpoint) => Seen.Add("checkpoint");
                partial void OnEpochEnd(in EpochSummary epoch) => Seen.Add("epoch");
                public List<string> Seen { get; } = new();
                """,
        },
    ];
}
