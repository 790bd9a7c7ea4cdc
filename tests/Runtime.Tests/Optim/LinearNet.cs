using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>A weight and a bias in float64 with given values.</summary>
internal sealed class LinearNet : Module<Tensor, Tensor>
{
    private readonly Linear linear;

    public LinearNet(double[] weight, double[] bias)
        : base(nameof(LinearNet))
    {
        linear = Linear(weight.Length / bias.Length, bias.Length, dtype: ScalarType.Float64);
        RegisterComponents();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        linear.weight!.copy_(torch.tensor(weight).reshape(linear.weight.shape));
        linear.bias!.copy_(torch.tensor(bias));
    }

    public override Tensor forward(Tensor input) => linear.call(input);

    public double[] Values() => [.. linear.weight!.data<double>().ToArray(), .. linear.bias!.data<double>().ToArray()];
}
