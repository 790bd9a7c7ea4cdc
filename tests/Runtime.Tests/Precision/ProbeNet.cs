using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>Notes the number type of what each kind of operation gives. Images [batch, 1, 4, 4] in, three classes out.</summary>
internal sealed class ProbeNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv = Conv2d(1, 2, 3);
    private readonly Linear linear = Linear(8, 5);
    private readonly Parameter matrix = new(torch.ones(5, 3));

    public ProbeNet()
        : base(nameof(ProbeNet)) => RegisterComponents();

    public Dictionary<string, ScalarType> Seen { get; } = [];

    public override Tensor forward(Tensor input)
    {
        var features = Note("conv", conv.call(input)).flatten(1);
        var hidden = Note("linear", linear.call(features));
        return Note("matmul", hidden.relu().matmul(matrix));
    }

    private Tensor Note(string operation, Tensor result)
    {
        Seen[operation] = result.dtype;
        return result;
    }
}
