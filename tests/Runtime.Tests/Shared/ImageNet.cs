using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>Scores pictures of 4×4 pixels.</summary>
internal sealed class ImageNet : nn.Module<Tensor, Tensor>, ITrainedModel
{
    private readonly Linear _layer = nn.Linear(16, 3);

    public ImageNet()
        : base(nameof(ImageNet)) => RegisterComponents();

    public ModelCard? Card { get; set; }

    public override Tensor forward(Tensor images) => _layer.call(images.flatten(1));
}
