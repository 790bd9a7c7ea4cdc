using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Keeps its layers in a list, where TorchSharp does not see them.</summary>
internal sealed class HiddenNet : Module<Tensor, Tensor>, ITrainedModel
{
    private readonly List<Linear> _layers = [Linear(4, 3)];

    public HiddenNet()
        : base(nameof(HiddenNet)) => RegisterComponents();

    public ModelCard? Card { get; set; }

    public override Tensor forward(Tensor input) => _layers[0].call(input);
}
