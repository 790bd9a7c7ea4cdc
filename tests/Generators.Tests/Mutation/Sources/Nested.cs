using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.@class
{
    namespace Größe
    {
        public static partial class Zoo
        {
            public partial record struct Cage(int Size)
            {
                internal partial interface IAnimal
                {
                    [Hyperparams(Epochs = 2)]
                    [Regression(RegressionLoss.Huber), Sgd(0.9, Nesterov = true)]
                    private sealed partial class @event : Module<Tensor, Tensor>
                    {
                        private readonly Linear @in = Linear(4, 4), @out = Linear(4, 1);
                        private Tensor Batch = zeros(1);

                        private @event(int @int = 1, long seed = 2) : base(nameof(@event))
                        {
                            RegisterComponents();
                        }

                        public override Tensor forward(Tensor @object) => @out.call(@in.call(@object)) + Batch;
                    }
                }
            }
        }

        public abstract partial class Base : Module<Tensor, Tensor>
        {
            protected readonly Linear _shared = Linear(1, 1);

            protected Base(string name) : base(name)
            {
            }
        }

        [Hyperparams, MultiLabel]
        [Warmup(Steps = 5), OneCycle(MaxLr = 0.1)]
        public partial class Derived() : Base("derived")
        {
            public override Tensor forward(Tensor input) => _shared.call(input);
        }
    }
}
