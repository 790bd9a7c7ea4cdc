using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

/// <summary>Classes that weigh from 0 to 9, so that every batch has another weight.</summary>
[Hyperparams(Lr = 0.05, BatchSize = 16, Epochs = 4), Classification(ClassWeights = new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 0 })]
[Sgd, Accumulate(3), LabelSmoothing(0.2)]
public sealed partial class ClassWeightsModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(64, 24);
    private readonly Linear _head = Linear(24, 10);

    public ClassWeightsModel()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(functional.relu(_hidden.call(input.flatten(1))));
}
