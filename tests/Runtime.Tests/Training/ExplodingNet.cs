using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Computes infinity at one step, which BatchNorm's running statistics do not forget.</summary>
internal sealed class ExplodingNet : Module<Tensor, Tensor>, ITrainedModel
{
    public const long BadStep = 12;
    private readonly Linear head;
    private readonly BatchNorm1d norm;
    private long _calls;

    public ExplodingNet()
        : base(nameof(ExplodingNet))
    {
        head = Linear(4, 3);
        norm = BatchNorm1d(3);
        RegisterComponents();
    }

    public ModelCard? Card { get; set; }

    public override Tensor forward(Tensor input)
    {
        var output = head.call(input);
        return norm.call(training && _calls++ == BadStep ? output * double.PositiveInfinity : output);
    }
}
