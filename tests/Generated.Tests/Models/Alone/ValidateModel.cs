using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

/// <summary>Four steps to an epoch, of which the last is due twice in three epochs.</summary>
[Hyperparams(Lr = 0.05, Epochs = 12), Validate(EverySteps = 3), EarlyStop(4)]
public sealed partial class ValidateModel : Module<Tensor, Tensor>
{
    private readonly Sequential _layers;

    public ValidateModel()
        : base("model") => _layers = Sequential(Flatten(), Linear(64, 24), ReLU(), Dropout(0.2), Linear(24, 10));

    public override Tensor forward(Tensor input) => _layers.call(input.to(ScalarType.Float32));
}
