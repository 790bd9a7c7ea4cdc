using TorchSharp;
using TrainSdk.Precision;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>When the scale of the loss grows and shrinks.</summary>
public sealed class LossScaleTests : IDisposable
{
    private const string LibtorchRule = """
        def update(scale: Tensor, good: Tensor, skipped: Tensor):
            return torch._amp_update_scale_(scale, good, skipped, 2.0, 0.5, 3)

        """;

    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void StartsAtTwoToTheSixteenth()
    {
        using var scaler = new GradScaler(ScalerSteps.Fp16);
        Assert.Equal(65536, scaler.ReadScale());
        Assert.Equal(65536 * 0.5, scaler.Scale(torch.tensor(0.5f)).ToDouble());
        Assert.Equal(65536, scaler.ReadScale());
    }

    [Fact]
    public void GrowsAfterTwoThousandGoodStepsInARow()
    {
        using var scaler = ScalerSteps.Started();
        ScalerSteps.Update(scaler, Enumerable.Repeat(false, 1999));
        Assert.Equal(65536, scaler.ReadScale());
        ScalerSteps.Update(scaler, [true]);
        Assert.Equal(32768, scaler.ReadScale());
        ScalerSteps.Update(scaler, Enumerable.Repeat(false, 1999));
        Assert.Equal(32768, scaler.ReadScale());
        ScalerSteps.Update(scaler, [false]);
        Assert.Equal(65536, scaler.ReadScale());
    }

    [Theory]
    [InlineData(65536)]
    [InlineData(1.5e38)]
    [InlineData(1e-44)]
    public void FollowsTheRuleStepByStep(double start)
    {
        using var scaler = ScalerSteps.Started(start, interval: 3);
        var rule = new ScaleRule(start, interval: 3);
        foreach (var skipped in ScalerSteps.Skips(seed: 5, count: 400))
        {
            ScalerSteps.Update(scaler, [skipped]);
            rule.Update(skipped);
            Assert.Equal(rule.Scale, scaler.ReadScale());
        }
    }

    [Fact]
    public void FollowsLibtorchsKernelBitForBit()
    {
        using var unit = torch.jit.compile(LibtorchRule);
        using var scaler = ScalerSteps.Started(interval: 3);
        var scale = torch.tensor(65536f);
        var good = torch.zeros(1, dtype: ScalarType.Int32);
        foreach (var skipped in ScalerSteps.Skips(seed: 6, count: 400))
        {
            ScalerSteps.Update(scaler, [skipped]);
            unit.invoke("update", scale, good, torch.tensor(skipped ? 1f : 0f));
            Assert.Equal(scale.ToDouble(), scaler.ReadScale());
        }
    }

    [Theory]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void AnySkippedFlagWillDo(ScalarType dtype)
    {
        using var scaler = ScalerSteps.Started();
        scaler.Update(torch.ones([], dtype: dtype));
        Assert.Equal(32768, scaler.ReadScale());
        scaler.Update(torch.zeros([], dtype: dtype));
        Assert.Equal(32768, scaler.ReadScale());
    }

    public void Dispose() => _scope.Dispose();

    /// <summary>PyTorch's rule, written out: <c>_amp_update_scale_</c> in float32.</summary>
    private sealed class ScaleRule(double start, int interval)
    {
        private float _scale = (float)start;
        private int _good;

        public double Scale => _scale;

        public void Update(bool skipped)
        {
            if (skipped)
            {
                _scale *= 0.5f;
                _good = 0;
            }
            else if (++_good == interval)
            {
                _scale = float.IsFinite(_scale * 2) ? _scale * 2 : _scale;
                _good = 0;
            }
        }
    }
}
