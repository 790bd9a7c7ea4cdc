using TorchSharp;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>What a scope keeps while it is open, and that nothing of it stays.</summary>
public sealed class AutocastMemoryTests : IDisposable
{
    private static readonly MixedPrecision Bf16 = new() { Device = DeviceType.CPU, Dtype = ScalarType.BFloat16 };

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _one = torch.ones(1, 1);

    // A cast that is kept does not see a change of the weight: that is how it shows.
    [Fact]
    public void AWeightIsCastOnceUntilTheOutermostScopeCloses()
    {
        using var weight = torch.ones(1, 1).requires_grad_();
        using (Autocast.On(Bf16))
        {
            Assert.Equal(1, _one.mm(weight).ToDouble());
            using (Autocast.On(Bf16))
            {
                using (no_grad())
                {
                    weight.fill_(3);
                }
                Assert.Equal(1, _one.mm(weight).ToDouble());
            }
            Assert.Equal(1, _one.mm(weight).ToDouble());
        }
        using (Autocast.On(Bf16))
        {
            Assert.Equal(3, _one.mm(weight).ToDouble());
        }
    }

    [Fact]
    public void ScopesHoldNothing()
    {
        using var model = new ProbeNet();
        Step();
        var tensors = LiveTensors.Count();
        for (var i = 0; i < 100; i++)
        {
            Step();
        }
        Assert.Equal(tensors, LiveTensors.Count());

        void Step()
        {
            using var scope = NewDisposeScope();
            using (Autocast.On(Bf16))
            {
                model.call(torch.randn(2, 1, 4, 4)).sum().backward();
            }
            model.zero_grad(set_to_none: true);
        }
    }

    [Fact]
    public void AScopeAllocatesNothing()
    {
        Assert.Equal(0, Allocated(MixedPrecision.Off));
        Assert.Equal(0, Allocated(Bf16));

        static long Allocated(MixedPrecision precision)
        {
            Open(precision);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                Open(precision);
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        static void Open(MixedPrecision precision)
        {
            using (Autocast.On(precision))
            {
            }
        }
    }

    public void Dispose() => _scope.Dispose();
}
