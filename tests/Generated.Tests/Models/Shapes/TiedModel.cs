using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>The word that is missing among others: words go in and come out by one table.</summary>
[Hyperparams(Epochs = 3, BatchSize = 32, Lr = 1e-2)]
public sealed partial class TiedModel : Module<Tensor, Tensor>
{
    private readonly Embedding _words = Embedding(10, 6);
    private readonly Linear _hidden = Linear(6, 6);
    private readonly Linear _head = Linear(6, 10, hasBias: false);

    public TiedModel()
        : base("model") => _head.weight = _words.weight!;

    /// <summary>Whether both layers hold one parameter.</summary>
    public bool IsTied => TrainSdk.Native.TensorIdentity.Of(_head.weight!) == TrainSdk.Native.TensorIdentity.Of(_words.weight!);

    public override Tensor forward(Tensor input) => _head.call(functional.tanh(_hidden.call(_words.call(input).mean([1]))));
}
