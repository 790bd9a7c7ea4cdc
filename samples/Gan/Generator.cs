using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

/// <summary>Makes points of noise.</summary>
public sealed class Generator : Module<Tensor, Tensor>
{
    public const int NoiseSize = 4;

    private readonly Module<Tensor, Tensor> _layers = Sequential(
        Linear(NoiseSize, 32), ReLU(), Linear(32, 32), ReLU(), Linear(32, RealPoints.Dimensions));

    public Generator()
        : base(nameof(Generator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => _layers.call(input);
}
