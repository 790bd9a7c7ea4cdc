using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Schedules;

[Hyperparams, Warmup(0), StepDecay(1)]
public sealed partial class WarmStepDecay : Module<Tensor, Tensor>
{
    private readonly Linear _head = Linear(4, 3);

    public WarmStepDecay()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(input);
}
