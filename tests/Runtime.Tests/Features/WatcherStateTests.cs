using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>What watches validations goes on from a checkpoint as if nothing had happened.</summary>
public sealed class WatcherStateTests
{
    private static readonly double[] Losses = [double.NaN, 1.0, 0.9, 0.9, double.PositiveInfinity, 0.85, 0.86, 0.87, 0.86, 0.1 + 0.2, 0.5, 0.6, 0.7, 0.8];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EarlyStoppingCountsOn(bool isHigherBetter)
    {
        for (var stopped = 0; stopped < Losses.Length; stopped++)
        {
            var (whole, later) = (new EarlyStopping(4, 0.01), new EarlyStopping(4, 0.01));
            for (var at = 0; at < Losses.Length; at++)
            {
                if (at == stopped)
                {
                    later = new EarlyStopping(4, 0.01);
                    Saved.Move(whole, later);
                }
                Assert.Equal(whole.Update(Losses[at], isHigherBetter), later.Update(Losses[at], isHigherBetter));
                Assert.True(at < stopped || whole.State == later.State);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PlateausGoOn(bool isHigherBetter)
    {
        static LrPlateau Plateau() => new(0.3, patience: 1, factor: 0.7, cooldown: 2, minLr: 1e-3);
        for (var stopped = 0; stopped < Losses.Length; stopped++)
        {
            var (whole, later) = (Plateau(), Plateau());
            for (var at = 0; at < Losses.Length; at++)
            {
                if (at == stopped)
                {
                    later = Plateau();
                    Saved.Move(whole, later);
                    Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
                }
                whole.Update(Losses[at], isHigherBetter);
                later.Update(Losses[at], isHigherBetter);
                Assert.True(at < stopped || whole.State == later.State);
            }
            Assert.True(whole.Factor < 1);
        }
    }
}
