using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

[Hyperparams(Epochs = 8), ReduceLrOnPlateau(0, Factor = 0.5, Threshold = 0.3, Cooldown = 1, MinLr = 2e-4)]
public sealed partial class ReduceLrOnPlateauModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(64, 24);
    private readonly Dropout _dropout;
    private readonly Linear _head = Linear(24, 10);

    public ReduceLrOnPlateauModel(double dropout = 0.1)
        : base("model") => _dropout = Dropout(dropout);

    public override Tensor forward(Tensor input) => _head.call(_dropout.call(functional.relu(_hidden.call(input.flatten(1)))));
}
