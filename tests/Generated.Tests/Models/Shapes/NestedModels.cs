using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>Models inside other types.</summary>
public static partial class NestedModels
{
    [Hyperparams(Epochs = 1)]
    public sealed partial class Inner() : Module<Tensor, Tensor>("model")
    {
        private readonly Linear _head = Linear(64, 10);

        public override Tensor forward(Tensor input) => _head.call(input.flatten(1));
    }

    internal readonly partial record struct Deeper
    {
        [Hyperparams(Epochs = 1)]
        internal sealed partial class Inner() : Module<Tensor, Tensor>("model")
        {
            private readonly Linear _head = Linear(64, 10);

            public override Tensor forward(Tensor input) => _head.call(input.flatten(1));
        }
    }
}
