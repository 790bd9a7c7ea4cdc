using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

/// <summary>Tells real points from made ones: a high score means real.</summary>
public sealed class Discriminator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> _layers = Sequential(
        Linear(RealPoints.Dimensions, 64), LeakyReLU(0.2), Linear(64, 64), LeakyReLU(0.2), Linear(64, 1));

    public Discriminator()
        : base(nameof(Discriminator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => _layers.call(input);
}
