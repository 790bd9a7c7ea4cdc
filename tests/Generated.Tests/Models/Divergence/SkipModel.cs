using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Divergence;

/// <summary>Computes NaN at steps of one's choice, as often as one likes.</summary>
[Hyperparams(Lr = 0.01, BatchSize = 16, Epochs = 4), Classification]
[OnDivergence(DivergenceAction.Skip)]
public sealed partial class SkipModel : Module<Tensor, Tensor>
{
    private readonly Linear hidden = Linear(64, 24);
    private readonly BatchNorm1d norm = BatchNorm1d(24);
    private readonly Dropout dropout = Dropout(0.1);
    private readonly Linear head = Linear(24, 10);
    private long _step;

    public SkipModel()
        : base("model")
    {
    }

    /// <summary>Whether a step is to go wrong, by its number.</summary>
    public static Func<long, bool> IsBad { get; set; } = static _ => false;

    public override Tensor forward(Tensor input)
    {
        var output = hidden.call(input.flatten(1));
        return head.call(dropout.call(functional.relu(norm.call(training && IsBad(_step) ? output * double.NaN : output))));
    }

    partial void OnStepStart(in StepStart step) => _step = step.Step;
}
