using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>Four numbers in, three classes out; BatchNorm gives it buffers, dropout a use of the generator.</summary>
public sealed class SmallNet : Module<Tensor, Tensor>, ITrainedModel
{
    private readonly Linear hidden;
    private readonly BatchNorm1d norm;
    private readonly Dropout dropout;
    private readonly Linear head;

    public SmallNet(int width = 8, double dropout = 0.1, long outputs = 3)
        : base(nameof(SmallNet))
    {
        hidden = Linear(4, width, hasBias: false);
        norm = BatchNorm1d(width);
        this.dropout = Dropout(dropout);
        head = Linear(width, outputs);
        RegisterComponents();
    }

    public ModelCard? Card { get; set; }

    public override Tensor forward(Tensor input) => head.call(dropout.call(functional.relu(norm.call(hidden.call(input)))));
}
