using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>Every kind of component, and no call of RegisterComponents.</summary>
[Hyperparams]
public sealed partial class ComponentsModel : Module<Tensor, Tensor>
{
    private readonly Linear _layer = Linear(4, 4);
    [ComponentName(Name = "renamed")]
    private readonly Module<Tensor, Tensor> _other = Linear(4, 4);
    private readonly Parameter _parameter = new(ones(4));
    private readonly Tensor _buffer = ones(4);
    private readonly Linear? _absent = null;

    public ComponentsModel()
        : base("model")
    {
    }

    public Linear Layer { get; } = Linear(4, 4);

    [field: ComponentName(Name = "named")]
    public Linear Other { get; } = Linear(4, 4);

    // a parameter keeps TorchSharp's own name
#pragma warning disable TRAIN3004
    public Parameter Scale { get; set; } = new(ones(4));
#pragma warning restore TRAIN3004

    public override Tensor forward(Tensor input) =>
        Other.call(Layer.call(_other.call(_layer.call(input)))) * _parameter * Scale + _buffer + (_absent is null ? 0 : 1);
}
