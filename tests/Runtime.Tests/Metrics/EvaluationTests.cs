using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Metrics;

/// <summary>Several metrics beside each other, and how they are found again.</summary>
public sealed class EvaluationTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void AMetricIsFoundByItsClass()
    {
        using var losses = new MeanLoss();
        using var metrics = new MetricSet(new Accuracy(), new TopK(1), new TopK(2));
        losses.Add(torch.tensor(0.5), 2);
        metrics.Add(torch.tensor(new double[,] { { 1, 2, 3 }, { 3, 2, 1 } }), torch.tensor(new long[] { 2, 1 }));
        var evaluation = Evaluation.Of(losses, metrics);
        Assert.Equal(("accuracy", 0.5, true), (evaluation.Headline.Name, evaluation.Headline.Value, evaluation.Headline.IsHigherBetter));
        Assert.Equal("top1_accuracy", evaluation.Of<TopK>().Name);
        Assert.Equal(["accuracy", "top1_accuracy", "top2_accuracy"], evaluation.Metrics.Select(static metric => metric.Name));
        var error = Assert.Throws<TrainException>(() => evaluation.Of<F1>());
        Assert.Equal("there is no F1 in this evaluation, which measured accuracy, top1_accuracy, top2_accuracy; add [Metric<F1>]", error.Message);
    }

    [Fact]
    public void WithoutASplitEveryMetricIsNaN()
    {
        Assert.Equal(double.NaN, Evaluation.None.Of<F1>().Value);
        Assert.Equal((Evaluation.LossName, double.NaN), (Evaluation.None.Headline.Name, Evaluation.None.Headline.Value));
        Assert.Equal(Evaluation.None, new Evaluation(double.NaN));
        Assert.NotEqual(Evaluation.None, new Evaluation(double.NaN, new MetricValue("accuracy", 0, true)));
    }

    [Theory]
    [InlineData(1, 2, true, false)]
    [InlineData(1, 2, false, true)]
    [InlineData(2, 2, true, false)]
    [InlineData(double.NaN, 2, true, false)]
    [InlineData(double.NaN, double.NaN, false, false)]
    [InlineData(2, double.NaN, false, true)]
    public void BetterIsStrict(double value, double other, bool isHigherBetter, bool expected) =>
        Assert.Equal(expected, new MetricValue("x", value, isHigherBetter).IsBetterThan(other));

    [Fact]
    public void TwoMetricsOfOneNameAreRefused() => Assert.StartsWith(
        "two metrics are named 'accuracy'; ",
        Assert.Throws<TrainException>(static () => new MetricSet(new Accuracy(), new Accuracy())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void AMetricOfOnesOwnIsOneAmongOthers()
    {
        using var metrics = new MetricSet(new MeanAbsoluteError(), new OwnMetric(0.5));
        metrics.Add(torch.tensor(new[] { 1.0, 2, 3 }).unsqueeze(1), torch.tensor(new[] { 1.5, 2.6, 3 }).unsqueeze(1));
        metrics.Add(torch.tensor(new[] { 9.0 }).unsqueeze(1), torch.tensor(new[] { 9.0 }).unsqueeze(1));
        Assert.Equal(new MetricValue("near", 0.75, true) with { Metric = typeof(OwnMetric) }, metrics.Read()[1]);
    }

    [Fact]
    public void WhatSaysNothingIsRefused()
    {
        using var top = new TopK(3);
        using var confusion = new ConfusionMatrix();
        using var f1 = new F1();
        Assert.Contains("over 3 classes", Assert.Throws<TrainException>(() => top.Add(torch.eye(3), torch.arange(3))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "several may hold", Assert.Throws<TrainException>(() => confusion.Add(torch.eye(3), torch.eye(3).to(ScalarType.Bool))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "scores [3, 3] do not fit the target [4]",
            Assert.Throws<TrainException>(() => f1.Add(torch.eye(3), torch.arange(4))).Message,
            StringComparison.Ordinal);
    }

    // Training adds thousands of batches between two reads.
    [Fact]
    public void MeasuringKeepsNothingButItsSums()
    {
        using var metrics = new MetricSet(new Accuracy(), new TopK(2), new F1(), new ConfusionMatrix(), new Perplexity());
        using var values = new MetricSet(new MeanSquaredError(), new R2());
        void Add()
        {
            using var step = NewDisposeScope();
            metrics.Add(torch.rand(6, 4), torch.arange(6).remainder(4));
            values.Add(torch.rand(6, 4), torch.rand(6, 4));
        }
        Add();
        var before = LiveTensors.Count();
        Add();
        Add();
        Assert.Equal(before, LiveTensors.Count());
        metrics.Read();
        values.Read();
    }

    // A broken model must not look perfect.
    [Fact]
    public void NaNScoresAreNoHits()
    {
        using var top = new TopK(2);
        using var auroc = new Auroc();
        var broken = torch.full([4, 3], double.NaN);
        top.Add(broken, torch.tensor(new long[] { 0, 1, 2, 0 }));
        auroc.Add(broken, torch.tensor(new long[] { 0, 1, 2, 0 }));
        Assert.Equal(0, top.Read());
        Assert.Equal(double.NaN, auroc.Read());
    }

    public void Dispose() => _scope.Dispose();
}
