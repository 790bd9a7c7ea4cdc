using TorchSharp;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>Averages of weights go on from a checkpoint as if there had been none.</summary>
public sealed class WeightAverageStateTests : IDisposable
{
    private const int Steps = AveragedModel.Steps;

    private readonly AveragedModel _averaged = new();

    [Fact]
    public void AnAverageGoesOnFromItsState()
    {
        using var whole = new WeightAverages(_averaged.Model);
        using var later = new WeightAverages(_averaged.Model);
        for (var step = 0; step < Steps; step++)
        {
            _averaged.Load(step);
            if (step == Steps / 2)
            {
                Saved.Move(whole, later);
            }
            whole.Add(static states => 1.0 / (states + 1));
            later.Add(static states => 1.0 / (states + 1));
        }
        Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnExponentialAverageGoesOnAfterEveryUpdate(bool warmup)
    {
        for (var stopped = 0; stopped < Steps; stopped++)
        {
            using var whole = new ExponentialAverage(_averaged.Model, 0.9, warmup);
            using var later = new ExponentialAverage(_averaged.Model, 0.9, warmup);
            for (var step = 0; step < Steps; step++)
            {
                _averaged.Load(step);
                if (step == stopped)
                {
                    Saved.Move(whole, later);
                }
                whole.Update();
                later.Update();
            }
            Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
        }
    }

    [Fact]
    public void AStochasticAverageKnowsWhichStatisticsToComputeAnew()
    {
        using var whole = new StochasticWeightAverage(_averaged.Model);
        using var later = new StochasticWeightAverage(_averaged.Model);
        Saved.Move(whole, later);
        Assert.False(later.HasAverage || later.HasBatchNorm);
        _averaged.Model.train();
        _averaged.Model.named_children().Single(static child => child.name == "1").module.eval();
        whole.Update();
        _averaged.Model.eval();
        Saved.Move(whole, later);
        Assert.True(later.HasAverage && later.HasBatchNorm);
        Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
        var kept = _averaged.Model.state_dict()["1.running_mean"].fill_(7).data<double>().ToArray();
        _averaged.Model.state_dict()["4.running_mean"].fill_(7);
        using (later.NewStatistics())
        {
            Assert.Equal(kept, _averaged.Model.state_dict()["1.running_mean"].data<double>().ToArray());
            Assert.Equal(0, _averaged.Model.state_dict()["4.running_mean"].sum().ToDouble());
        }
    }

    public void Dispose() => _averaged.Dispose();
}
