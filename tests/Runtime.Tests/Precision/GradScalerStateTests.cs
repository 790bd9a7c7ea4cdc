using TorchSharp;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>What a checkpoint keeps of a gradient scaler.</summary>
public sealed class GradScalerStateTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void AnotherGoesOnFromEveryStep()
    {
        for (var stopped = 0; stopped < 40; stopped++)
        {
            using var whole = ScalerSteps.Started(interval: 3);
            using var later = new GradScaler(ScalerSteps.Fp16) { GrowthInterval = 3 };
            foreach (var (at, skipped) in ScalerSteps.Skips(seed: 7, count: 40).Index())
            {
                if (at == stopped)
                {
                    Saved.Move(whole, later);
                }
                ScalerSteps.Update(whole, [skipped]);
                if (at >= stopped)
                {
                    ScalerSteps.Update(later, [skipped]);
                    Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
                    Assert.Equal(whole.Scale(torch.tensor(0.5f)).ToDouble(), later.Scale(torch.tensor(0.5f)).ToDouble());
                }
            }
        }
    }

    [Fact]
    public void BeforeItsFirstStepThereIsNothingToKeep()
    {
        using var fresh = new GradScaler(ScalerSteps.Fp16);
        using var later = ScalerSteps.Started();
        Assert.Empty(Saved.NamesOf(fresh));
        Saved.Move(fresh, later);
        Assert.Equal(65536, later.ReadScale());
        using var off = new GradScaler(default);
        Saved.Move(ScalerSteps.Started(), off);
        Assert.Empty(Saved.NamesOf(off));
    }

    public void Dispose() => _scope.Dispose();
}
