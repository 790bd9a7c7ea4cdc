using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>A frozen trunk, a layer that forward does not use, and a head.</summary>
internal sealed class PartlyTrainedNet : Module<Tensor, Tensor>, ITrainedModel
{
    private readonly Linear trunk;
    private readonly Linear unused;
    private readonly Linear head;

    public PartlyTrainedNet()
        : base(nameof(PartlyTrainedNet))
    {
        trunk = Linear(4, 8);
        unused = Linear(4, 8);
        head = Linear(8, 3);
        RegisterComponents();
        foreach (var parameter in trunk.parameters())
        {
            parameter.requires_grad = false;
        }
        Assert.NotNull(unused);
    }

    public ModelCard? Card { get; set; }

    public override Tensor forward(Tensor input) => head.call(functional.relu(trunk.call(input)));
}
