using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>The components of <see cref="ComponentsModel"/>, registered by TorchSharp itself.</summary>
public sealed class ComponentsByReflection : Module<Tensor, Tensor>
{
    private readonly Linear _layer = Linear(4, 4);
    [ComponentName(Name = "renamed")]
    private readonly Module<Tensor, Tensor> _other = Linear(4, 4);
    private readonly Parameter _parameter = new(ones(4));
    private readonly Tensor _buffer = ones(4);
    private readonly Linear? _absent = null;

    public ComponentsByReflection()
        : base("model") => RegisterComponents();

    // the names that the rule warns of are compared here
#pragma warning disable TRAIN3004
    public Linear Layer { get; } = Linear(4, 4);

    [field: ComponentName(Name = "named")]
    public Linear Other { get; } = Linear(4, 4);

    public Parameter Scale { get; set; } = new(ones(4));
#pragma warning restore TRAIN3004

    public override Tensor forward(Tensor input) =>
        Other.call(Layer.call(_other.call(_layer.call(input)))) * _parameter * Scale + _buffer + (_absent is null ? 0 : 1);
}
