using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

public sealed class GradScalerTests : IDisposable
{
    private const string LibtorchRule = """
        def update(scale: Tensor, good: Tensor, skipped: Tensor):
            return torch._amp_update_scale_(scale, good, skipped, 2.0, 0.5, 3)

        """;

    private static readonly MixedPrecision Fp16 = new() { Device = DeviceType.CPU, Dtype = ScalarType.Float16 };

    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void StartsAtTwoToTheSixteenth()
    {
        using var scaler = new GradScaler(Fp16);
        Assert.Equal(65536, scaler.ReadScale());
        Assert.Equal(65536 * 0.5, scaler.Scale(torch.tensor(0.5f)).ToDouble());
        Assert.Equal(65536, scaler.ReadScale());
    }

    [Fact]
    public void GrowsAfterTwoThousandGoodStepsInARow()
    {
        using var scaler = Started();
        Update(scaler, Enumerable.Repeat(false, 1999));
        Assert.Equal(65536, scaler.ReadScale());
        Update(scaler, [true]);
        Assert.Equal(32768, scaler.ReadScale());
        Update(scaler, Enumerable.Repeat(false, 1999));
        Assert.Equal(32768, scaler.ReadScale());
        Update(scaler, [false]);
        Assert.Equal(65536, scaler.ReadScale());
    }

    [Theory]
    [InlineData(65536)]
    [InlineData(1.5e38)]
    [InlineData(1e-44)]
    public void FollowsTheRuleStepByStep(double start)
    {
        using var scaler = Started(start, interval: 3);
        var rule = new ScaleRule(start, interval: 3);
        foreach (var skipped in Skips(seed: 5, count: 400))
        {
            Update(scaler, [skipped]);
            rule.Update(skipped);
            Assert.Equal(rule.Scale, scaler.ReadScale());
        }
    }

    [Fact]
    public void FollowsLibtorchsKernelBitForBit()
    {
        using var unit = torch.jit.compile(LibtorchRule);
        using var scaler = Started(interval: 3);
        var scale = torch.tensor(65536f);
        var good = torch.zeros(1, dtype: ScalarType.Int32);
        foreach (var skipped in Skips(seed: 6, count: 400))
        {
            Update(scaler, [skipped]);
            unit.invoke("update", scale, good, torch.tensor(skipped ? 1f : 0f));
            Assert.Equal(scale.ToDouble(), scaler.ReadScale());
        }
    }

    [Fact]
    public void AnotherGoesOnFromEveryStep()
    {
        for (var stopped = 0; stopped < 40; stopped++)
        {
            using var whole = Started(interval: 3);
            using var later = new GradScaler(Fp16) { GrowthInterval = 3 };
            foreach (var (at, skipped) in Skips(seed: 7, count: 40).Index())
            {
                if (at == stopped)
                {
                    Saved.Move(whole, later);
                }
                Update(whole, [skipped]);
                if (at >= stopped)
                {
                    Update(later, [skipped]);
                    Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
                    Assert.Equal(whole.Scale(torch.tensor(0.5f)).ToDouble(), later.Scale(torch.tensor(0.5f)).ToDouble());
                }
            }
        }
    }

    [Fact]
    public void BeforeItsFirstStepThereIsNothingToKeep()
    {
        using var fresh = new GradScaler(Fp16);
        using var later = Started();
        Assert.Empty(Saved.NamesOf(fresh));
        Saved.Move(fresh, later);
        Assert.Equal(65536, later.ReadScale());
        using var off = new GradScaler(default);
        Saved.Move(Started(), off);
        Assert.Empty(Saved.NamesOf(off));
    }

    [Theory]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void AnySkippedFlagWillDo(ScalarType dtype)
    {
        using var scaler = Started();
        scaler.Update(torch.ones([], dtype: dtype));
        Assert.Equal(32768, scaler.ReadScale());
        scaler.Update(torch.zeros([], dtype: dtype));
        Assert.Equal(32768, scaler.ReadScale());
    }

    [Fact]
    public void UnscalingGivesTheGradientsOfTheLoss()
    {
        using var net = nn.Linear(3, 2);
        var parameters = TrainableParameters.Of(net);
        var gradients = new Gradients(parameters);
        var input = torch.linspace(-1, 1, 12).reshape(4, 3);
        using var scaler = new GradScaler(Fp16);

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
        var scaler = new GradScaler(Fp16);
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

    private static GradScaler Started(double start = 65536, int interval = 2000)
    {
        var scaler = new GradScaler(Fp16) { InitialScale = start, GrowthInterval = interval };
        scaler.Scale(torch.tensor(1f));
        return scaler;
    }

    private static void Update(GradScaler scaler, IEnumerable<bool> skips)
    {
        foreach (var skipped in skips)
        {
            using var flag = torch.tensor(skipped ? 1f : 0f);
            scaler.Update(flag);
        }
    }

    private static IEnumerable<bool> Skips(long seed, int count) =>
        Enumerable.Range(0, count).Select(step => CounterRandom.Bits(seed, 0, step) % 5 == 0);

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
