using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>Everything that is done to training samples, at once.</summary>
[Hyperparams(Epochs = 3), LabelSmoothing(0.2),
    RandomErasing(0.4), ColorJitter(Brightness = 0.2), RandAugment(1, 6), Flip, RandomCrop(1), Normalize(new[] { 0.02 }, new[] { 0.04 })]
[MixUp(0.3), CutMix, Accumulate(3)]
public sealed partial class AugmentedModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(64, 24);
    private readonly Dropout _dropout;
    private readonly Linear _head = Linear(24, 10);

    public AugmentedModel(double dropout = 0.1)
        : base("model") => _dropout = Dropout(dropout);

    public override Tensor forward(Tensor input) => _head.call(_dropout.call(functional.relu(_hidden.call(input.flatten(1)))));
}
