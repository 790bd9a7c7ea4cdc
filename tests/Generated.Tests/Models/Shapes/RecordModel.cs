using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>A picture to its class and to itself again; the loss weighs both. In two number types, over windows of batches.</summary>
[Hyperparams(Epochs = 2, BatchSize = 16), Classification, Amp(AmpMode.Bf16), Accumulate(2)]
public sealed partial class RecordModel() : Module<Tensor, RecordModel.Answer>("model")
{
    private readonly Linear _encoder = Linear(64, 16);
    private readonly Linear _decoder = Linear(16, 64);
    private readonly Linear _head = Linear(16, 10);

    public override Answer forward(Tensor input)
    {
        var code = functional.relu(_encoder.call(input.flatten(1)));
        return new Answer(_head.call(code), _decoder.call(code), input.flatten(1));
    }

    private static Tensor Loss(Answer output, Tensor target) =>
        functional.cross_entropy(output.Classes, target) + (0.1 * functional.mse_loss(output.Copy, output.Original));

    private Tensor Scores(Answer output) => output.Classes;

    public sealed record Answer(Tensor Classes, Tensor Copy, Tensor Original);
}
