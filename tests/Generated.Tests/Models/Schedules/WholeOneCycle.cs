using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Schedules;

[Hyperparams, OneCycle]
public sealed partial class WholeOneCycle : Module<Tensor, Tensor>
{
    private readonly Linear _head = Linear(4, 3);

    public WholeOneCycle()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(input);
}
