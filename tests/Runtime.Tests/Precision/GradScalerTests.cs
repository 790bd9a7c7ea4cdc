using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

public sealed class GradScalerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void UnscalingGivesTheGradientsOfTheLoss()
    {
        using var net = nn.Linear(3, 2);
        var parameters = TrainableParameters.Of(net);
        var gradients = new Gradients(parameters);
        var input = torch.linspace(-1, 1, 12).reshape(4, 3);
        using var scaler = new GradScaler(ScalerSteps.Fp16);

        net.call(input).square().mean().backward();
        var plain = parameters.Values.Select(static parameter => parameter.grad!.clone()).ToArray();
        gradients.Clear();
        scaler.Scale(net.call(input).square().mean()).backward();
        scaler.Unscale(gradients);

        Assert.All(plain.Zip(parameters.Values), static pair => Assert.Equal(pair.First.bytes.ToArray(), pair.Second.grad!.bytes.ToArray()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ScalarType.BFloat16)]
    public void DoesNothingWhereNothingNeedsIt(ScalarType? dtype)
    {
        using var net = nn.Linear(3, 2);
        var gradients = new Gradients(TrainableParameters.Of(net));
        var loss = torch.tensor(0.5f);
        var skipped = torch.tensor(1f);
        var tensors = Tensor.TotalCount;
        using var scaler = new GradScaler(new MixedPrecision { Device = DeviceType.CPU, Dtype = dtype });

        Assert.Same(loss, scaler.Scale(loss));
        scaler.Unscale(gradients);
        scaler.Update(skipped);

        Assert.Equal(1, scaler.ReadScale());
        Assert.Equal(tensors, Tensor.TotalCount);
    }

    [Fact]
    public void HoldsTwoNumbersUntilItIsDisposed()
    {
        var loss = torch.tensor(0.5f);
        var skipped = torch.tensor(0f);
        var tensors = LiveTensors.Count();
        var scaler = new GradScaler(ScalerSteps.Fp16);
        for (var step = 0; step < 50; step++)
        {
            using var scope = NewDisposeScope();
            scaler.Scale(loss);
            scaler.Update(skipped);
        }
        Assert.Equal(tensors + 2, LiveTensors.Count());
        scaler.Dispose();
        Assert.Equal(tensors, LiveTensors.Count());
    }

    public void Dispose() => _scope.Dispose();
}
