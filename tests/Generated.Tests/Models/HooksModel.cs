using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>Every hook with the use that docs/hooks.md shows for it.</summary>
[Hyperparams(Epochs = 3, BatchSize = 32)]
public sealed partial class HooksModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(64, 16);
    private readonly Linear _head = Linear(16, 10);

    public HooksModel()
        : base("model")
    {
    }

    /// <summary>What the hooks wrote, in the order of their calls.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>The loss of every step, on the device until somebody reads it.</summary>
    public List<Tensor> Losses { get; } = [];

    public override Tensor forward(Tensor input) => _head.call(functional.relu(_hidden.call(input.flatten(1))));

    partial void OnFitStart(in FitStart fit) => Lines.Add($"fit of {fit.Epochs} epochs, {fit.StepsPerEpoch} steps each");

    partial void OnEpochStart(in EpochStart epoch)
    {
        foreach (var weight in _hidden.parameters())
        {
            weight.requires_grad = epoch.Epoch > 0;
        }
        Lines.Add($"epoch {epoch.Epoch} from step {epoch.Step}");
    }

    partial void OnStepStart(in StepStart step)
    {
        if (step.Step == 0)
        {
            Lines.Add($"first step, lr {step.Lr}");
        }
    }

    partial void OnStepEnd(in StepSummary step) => Losses.Add(step.Loss.detach().clone().DetachFromDisposeScope());

    partial void OnValidationStart(in ValidationStart validation) => Lines.Add($"validation {validation.Epoch} after {validation.Step} steps");

    partial void OnValidationEnd(in ValidationSummary validation) => Lines.Add($"validation loss {validation.Evaluation.Loss:F4}");

    partial void OnCheckpointStart(in CheckpointSummary checkpoint) => Lines.Add($"best so far: epoch {checkpoint.Epoch}");

    partial void OnCheckpointEnd(in CheckpointSummary checkpoint)
    {
        if (checkpoint.Path is { } path)
        {
            WeightsFile.Save($"{path}.epoch{checkpoint.Epoch}", this, ((ITrainedModel)this).Card!);
        }
    }

    partial void OnEpochEnd(in EpochSummary epoch) => Lines.Add($"epoch {epoch.Epoch} took {epoch.Step} steps, norm {epoch.GradNorm > 0}");

    partial void OnFitEnd(in FitResult<HooksModel> result) => Lines.Add($"{result.StopReason}, best epoch {result.BestEpoch}");
}
