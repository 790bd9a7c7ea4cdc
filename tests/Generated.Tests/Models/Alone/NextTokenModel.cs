using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

/// <summary>Seven tokens, of which 0 is padding.</summary>
[Hyperparams(Epochs = 3), NextToken(IgnoreIndex = 0)]
public sealed partial class NextTokenModel : Module<Tensor, Tensor>
{
    private readonly Embedding _embedding = Embedding(7, 16);
    private readonly Linear _head = Linear(16, 7);

    public NextTokenModel()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(_embedding.call(input).cumsum(1).tanh());
}
