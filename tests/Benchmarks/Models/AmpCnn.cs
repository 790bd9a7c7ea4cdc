using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary><see cref="Cnn"/> in mixed precision.</summary>
[Hyperparams(BatchSize = 64, Epochs = 1), AdamW, Classification]
[Amp(AmpMode.Bf16)]
public sealed partial class AmpCnn : Module<Tensor, Tensor>
{
    private readonly Cnn _network = new();

    public AmpCnn()
        : base(nameof(AmpCnn)) => RegisterComponents();

    public override Tensor forward(Tensor input) => _network.call(input);
}
