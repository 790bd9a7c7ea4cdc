using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Schedules;

[Hyperparams, Warmup(0), Linear]
public sealed partial class WarmLinear : Module<Tensor, Tensor>
{
    private readonly Linear _head = Linear(4, 3);

    public WarmLinear()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(input);
}
