using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Breaks at samples whose first number is the negative of <see cref="Break"/>, at a place of one's choice.</summary>
internal sealed class BreakingNet : Module<Tensor, Tensor>, ITrainedModel
{
    public const float Break = 1000;
    private readonly string _mode;
    private readonly Linear first;
    private readonly BatchNorm1d norm;
    private readonly LogCurve curve;
    private readonly PairLayer pair;
    private readonly Linear head;

    public BreakingNet(string mode)
        : base(nameof(BreakingNet))
    {
        torch.manual_seed(5).Dispose();
        _mode = mode;
        first = Linear(4, 6);
        norm = BatchNorm1d(6);
        curve = new LogCurve();
        pair = new PairLayer();
        head = Linear(6, 3);
        RegisterComponents();
    }

    public ModelCard? Card { get; set; }

    public override Tensor forward(Tensor input)
    {
        // 0 at the sample to break at, and more at all others.
        var distance = input.narrow(1, 0, 1) + Break;
        var hidden = norm.call(first.call(input.clamp(-5, 5)));
        return _mode switch
        {
            "output" => head.call(hidden + curve.call(distance)),
            "tuple" => head.call(hidden + pair.call(distance).Item2),
            "between" => head.call(hidden / distance * distance),

            // The slope of the square root is infinite at 0, and 0 × ∞ is NaN.
            "gradient" => head.call(hidden + (distance + first.call(input.clamp(-5, 5)).sum(1, keepdim: true).mul(0)).sqrt()),

            // Finite, and too much for a criterion that squares it.
            "loss" => head.call(hidden) * torch.where(distance == 0, torch.tensor(1e30f), torch.tensor(1f)),
            _ => head.call(hidden + input.narrow(1, 0, 1)),
        };
    }

    private sealed class LogCurve() : Module<Tensor, Tensor>(nameof(LogCurve))
    {
        public override Tensor forward(Tensor input) => input.log();
    }

    private sealed class PairLayer() : Module<Tensor, (Tensor, Tensor)>(nameof(PairLayer))
    {
        public override (Tensor, Tensor) forward(Tensor input) => (input, input.log());
    }
}
