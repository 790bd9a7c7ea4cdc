using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>Four numbers read one after the other, three classes out; with an initial state where asked for.</summary>
internal sealed class LstmNet : Module<Tensor, Tensor>, ITrainedModel
{
    private readonly Linear entry = Linear(1, 6);
    private readonly LSTM lstm = LSTM(6, 5);
    private readonly Linear head = Linear(5, 3);

    public LstmNet(bool hasInitialState = false)
        : base(nameof(LstmNet))
    {
        HasInitialState = hasInitialState;
        RegisterComponents();
    }

    public bool HasInitialState { get; }

    public ScalarType? Entered { get; private set; }

    public ScalarType? Left { get; private set; }

    public ModelCard? Card { get; set; }

    public override Tensor forward(Tensor input)
    {
        var steps = entry.call(input.t().unsqueeze(-1));
        Entered = steps.dtype;
        (Tensor, Tensor)? initial = HasInitialState ? (State(steps), State(steps)) : null;
        var (outputs, _, _) = lstm.call(steps, initial);
        Left = outputs.dtype;
        return head.call(outputs[-1]);
    }

    private static Tensor State(Tensor like) => torch.ones(1, like.shape[1], 5, dtype: like.dtype);
}
