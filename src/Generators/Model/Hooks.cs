namespace TrainSdk.Generators.Model;

/// <summary>Every hook, in the order in which a run comes to them.</summary>
internal static class Hooks
{
    public const string FitStart = "OnFitStart";
    public const string EpochStart = "OnEpochStart";
    public const string StepStart = "OnStepStart";
    public const string StepEnd = "OnStepEnd";
    public const string ValidationStart = "OnValidationStart";
    public const string ValidationEnd = "OnValidationEnd";
    public const string CheckpointStart = "OnCheckpointStart";
    public const string CheckpointEnd = "OnCheckpointEnd";
    public const string EpochEnd = "OnEpochEnd";
    public const string FitEnd = "OnFitEnd";

    public static IReadOnlyList<Hook> All { get; } =
    [
        new(FitStart, "FitStart", "fit", "Called once, before the first epoch.", "How long the run is, and where it writes."),
        new(EpochStart, "EpochStart", "epoch", "Called at the start of an epoch, in training mode.", "Where the run is."),
        new(StepStart, "StepStart", "step", "Called before the forward pass of an optimizer step.", "Where the run is, and its rate."),
        new(StepEnd, "StepSummary", "step", "Called after an optimizer step, inside its dispose scope.",
            "What the step did; its tensors stay on the device, and live until the step is over."),
        new(ValidationStart, "ValidationStart", "validation", "Called before a validation.", "Where the run is."),
        new(ValidationEnd, "ValidationSummary", "validation", "Called after a validation.", "What it measured."),
        new(CheckpointStart, "CheckpointSummary", "checkpoint", "Called before weights that are the best so far are kept.",
            "What they are the best by, and where they go."),
        new(CheckpointEnd, "CheckpointSummary", "checkpoint", "Called after weights that are the best so far were kept.",
            "What they are the best by, and where they are."),
        new(EpochEnd, "EpochSummary", "epoch", "Called at the end of an epoch, after its validation.", "What the epoch did."),
        new(FitEnd, "FitResult<{0}>", "result", "Called once, after the best weights were restored and measured.", "What the run gave."),
    ];

    public static Hook? Find(string name) => All.FirstOrDefault(hook => hook.Name == name);
}
