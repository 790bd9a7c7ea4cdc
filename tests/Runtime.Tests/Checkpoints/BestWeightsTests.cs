using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Metrics;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints;

public sealed class BestWeightsTests : IDisposable
{
    private readonly SmallNet _model = new();
    private readonly BestWeights _best;

    public BestWeightsTests() => _best = new BestWeights(_model);

    [Theory]
    [InlineData(new[] { 3, 2, 2.5, 2 }, 1)]
    [InlineData(new[] { 3, double.NaN, 2.9, double.NaN }, 2)]
    [InlineData(new[] { double.NaN, 5, 5 }, 1)]
    [InlineData(new[] { 1, double.NegativeInfinity, 0 }, 1)]
    public void TheEarliestOfTheLowestLossesIsKept(double[] losses, int best)
    {
        for (var epoch = 0; epoch < losses.Length; epoch++)
        {
            Fill(epoch);
            _best.Offer(epoch, epoch, Loss(losses[epoch]));
        }
        Assert.Equal(best, _best.Epoch);
        _best.Restore();
        Assert.All(_model.state_dict().Values, tensor => Assert.True(tensor.to(ScalarType.Float64).eq((double)best).all().ToBoolean()));
    }

    [Theory]
    [InlineData(new[] { 0.5, 0.7, 0.6, 0.7 }, 1)]
    [InlineData(new[] { double.NaN, 0, double.NaN, -1 }, 1)]
    public void TheEarliestOfTheHighestMetricsIsKept(double[] values, int best)
    {
        for (var epoch = 0; epoch < values.Length; epoch++)
        {
            _best.Offer(epoch, epoch, new MetricValue("f1", values[epoch], IsHigherBetter: true));
        }
        Assert.Equal(best, _best.Epoch);
    }

    [Fact]
    public void WithoutValidationTheLastIsKept()
    {
        Assert.True(_best.Offer(0, 0, null));
        Assert.True(_best.Offer(1, 1, null));
        Assert.Equal(1, _best.Epoch);
    }

    [Fact]
    public void WhereNothingWasKeptNothingIsRestored()
    {
        Fill(7);
        Assert.False(_best.Offer(0, 0, Loss(double.NaN)));
        _best.Restore();
        Assert.Null(_best.Epoch);
        Assert.Equal(7f, _model.parameters().First().data<float>()[0]);
    }

    [Fact]
    public void OfferingTakesNoNewMemoryAfterTheFirst()
    {
        _best.Offer(0, 0, null);
        var before = LiveTensors.Count();
        _best.Offer(1, 1, null);
        _best.Restore();
        Assert.Equal(before, LiveTensors.Count());
        _best.Dispose();
        Assert.Equal(before - _model.state_dict().Count, LiveTensors.Count());
    }

    // A caller's own scope ends before the run does.
    [Fact]
    public void KeptWeightsOutliveTheScopeTheyWereKeptIn()
    {
        Fill(3);
        using (NewDisposeScope())
        {
            _best.Offer(0, 0, null);
        }
        Fill(4);
        _best.Restore();
        Assert.Equal(3f, _model.parameters().First().data<float>()[0]);
    }

    public void Dispose()
    {
        _best.Dispose();
        _model.Dispose();
    }

    private static MetricValue Loss(double value) => new(Evaluation.LossName, value, IsHigherBetter: false);

    private void Fill(double value)
    {
        using var _ = no_grad();
        foreach (var tensor in _model.state_dict().Values)
        {
            tensor.fill_(value);
        }
    }
}
