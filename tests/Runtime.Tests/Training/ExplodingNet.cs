using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Gives an infinite loss at one step.</summary>
internal sealed class ExplodingNet : Module<Tensor, Tensor>, ITrainedModel
{
    public const long BadStep = 2;
    private readonly Linear head;
    private long _calls;

    public ExplodingNet()
        : base(nameof(ExplodingNet))
    {
        head = Linear(4, 3);
        RegisterComponents();
    }

    public ModelCard? Card { get; set; }

    public override Tensor forward(Tensor input)
    {
        var output = head.call(input);
        return training && _calls++ == BadStep ? output * double.PositiveInfinity : output;
    }
}
