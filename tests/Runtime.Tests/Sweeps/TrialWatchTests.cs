using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.CommandLine;
using TrainSdk.Sweeps;

namespace TrainSdk.Runtime.Tests.Sweeps;

public sealed class TrialWatchTests
{
    private static readonly Objective Loss = new(Evaluation.LossName, IsHigherBetter: false);

    [Fact]
    public void StopsWhereTheTrialFallsBehind()
    {
        var stops = 0;
        var watch = new TrialWatch(Loss, Rule(), () => stops++);
        watch.Start(Outline());
        for (var epoch = 0; epoch < 5; epoch++)
        {
            Assert.Equal(0, stops);
            watch.Epoch(Epoch(epoch, 2));
        }
        Assert.Equal((1, true), (stops, watch.HasStopped));
    }

    // A process that was killed after the epoch that decided.
    [Fact]
    public void DecidesAgainWhereItGoesOn()
    {
        var stops = 0;
        new TrialWatch(Loss, Rule(), () => stops++).Start(Outline([.. Enumerable.Range(0, 5).Select(static epoch => Epoch(epoch, 2))]));
        Assert.Equal(1, stops);
    }

    [Fact]
    public void ForgetsEpochsThatARollbackUndid()
    {
        var watch = new TrialWatch(Loss, Rule(), static () => { });
        watch.Start(Outline());
        foreach (var epoch in new[] { 0, 1, 2, 3, 2, 3 })
        {
            watch.Epoch(Epoch(epoch, 2));
        }
        Assert.False(watch.HasStopped);
        watch.Epoch(Epoch(4, 2));
        Assert.True(watch.HasStopped);
    }

    private static MedianStopping Rule()
    {
        var rule = new MedianStopping(Loss);
        for (var trial = 0; trial < MedianStopping.FewestTrials; trial++)
        {
            rule.Add([1, 1, 1, 1, 1]);
        }
        return rule;
    }

    private static EpochSummary Epoch(int epoch, double loss) => FakeResult.Epoch(new Evaluation(loss)) with { Epoch = epoch };

    private static RunOutline Outline(params EpochSummary[] history) => new()
    {
        Model = "SmallNet", Settings = new Dictionary<string, string>(), Epochs = 9, StepsPerEpoch = 1, Parameters = 1, HasValidation = true,
        Device = "cpu", History = history,
    };
}
