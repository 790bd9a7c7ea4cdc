using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Schedules;

[Hyperparams(Lr = 0.1, BatchSize = 32), Sgd, ScaleLr, Warmup(Steps = 4), Linear, ReduceLrOnPlateau, Accumulate(4)]
public sealed partial class ScaledEverything : Module<Tensor, Tensor>
{
    private readonly Linear _head = Linear(64, 10);

    public ScaledEverything()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(input.flatten(1));
}
