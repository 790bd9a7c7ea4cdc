using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// One answer, and a helper of its own that keeps weights and compares them.
public static partial class Experiments
{
    [Hyperparams(Lr = 1e-3, BatchSize = 16, Epochs = 20)]
    [Binary, AdamW, Warmup(Fraction = 0.1), ClipGradNorm(1.0)]
    public sealed partial class YesOrNo : Module<Tensor, Tensor>
    {
        private readonly Linear _first;
        private readonly Linear _last;

        public YesOrNo() : base("yes")
        {
            _first = Linear(8, 16);
            _last = Linear(16, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _last.call(functional.relu(_first.call(input)));

        public Dictionary<string, Tensor> Weights() => state_dict();
    }
}
