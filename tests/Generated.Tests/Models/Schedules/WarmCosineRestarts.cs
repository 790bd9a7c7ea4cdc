using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Schedules;

[Hyperparams, Warmup(0), CosineRestarts(1)]
public sealed partial class WarmCosineRestarts : Module<Tensor, Tensor>
{
    private readonly Linear _head = Linear(4, 3);

    public WarmCosineRestarts()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(input);
}
