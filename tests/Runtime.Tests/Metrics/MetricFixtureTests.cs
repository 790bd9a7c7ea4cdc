using System.Text.Json;
using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Metrics;

/// <summary>Every metric against scikit-learn, in whatever batches: <c>tests/Fixtures/make_metrics.py</c>.</summary>
public sealed class MetricFixtureTests : IDisposable
{
    private const int Samples = 41;

    private static readonly JsonElement Numbers = Fixture.Open("metrics");
    private static readonly long[][] Batches = [[Samples], [40, 1], [1, 7, 33], [.. Enumerable.Repeat(1L, Samples)]];

    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData("plain", ScalarType.Float64)]
    [InlineData("plain", ScalarType.Float32)]
    [InlineData("ties", ScalarType.Float64)]
    [InlineData("ties", ScalarType.Float32)]
    [InlineData("two absent", ScalarType.Float64)]
    [InlineData("neither meant nor said", ScalarType.Float64)]
    [InlineData("one class", ScalarType.Float64)]
    public void Classes(string name, ScalarType dtype)
    {
        var (fixture, output, target) = ClassesOf(name, dtype);
        IMetric[] metrics =
        [
            new Accuracy(), new TopK(2), new TopK(3), new ConfusionMatrix(), new Perplexity(), new Auroc(),
            new TrainSdk.Metrics.Precision(), new Recall(), new F1(), new TrainSdk.Metrics.Precision(Averaging.Micro), new Recall(Averaging.Micro), new F1(Averaging.Micro),
        ];
        Check(fixture, metrics, output, target);
        // the same samples as sequences of one, and as an image's classes in the second place
        Check(fixture, metrics, output.unsqueeze(1), target.unsqueeze(1));
        Check(fixture, metrics, output.unsqueeze(-1).unsqueeze(-1), target.unsqueeze(-1).unsqueeze(-1));
    }

    [Theory]
    [InlineData("plain", ScalarType.Float64)]
    [InlineData("plain", ScalarType.Float32)]
    [InlineData("ties", ScalarType.Float64)]
    [InlineData("no yes", ScalarType.Float64)]
    [InlineData("never said", ScalarType.Float64)]
    public void YesAndNo(string name, ScalarType dtype)
    {
        var fixture = Numbers.GetProperty("binary").GetProperty(name);
        var output = torch.tensor(fixture.Numbers("scores")).to(dtype);
        var target = torch.tensor(fixture.Numbers("truth"));
        IMetric[] metrics = [new Accuracy(), new TrainSdk.Metrics.Precision(), new Recall(), new F1(), new ConfusionMatrix(), new Auroc()];
        Check(fixture, metrics, output, target);
        Check(fixture, metrics, output.unsqueeze(1), target.to(ScalarType.Int64));
        Check(fixture, metrics, output.unsqueeze(1), target.unsqueeze(1).to(ScalarType.Float32));
    }

    [Theory]
    [InlineData("plain", ScalarType.Float64)]
    [InlineData("plain", ScalarType.Float32)]
    [InlineData("ties", ScalarType.Float64)]
    [InlineData("never said", ScalarType.Float64)]
    public void Labels(string name, ScalarType dtype)
    {
        var fixture = Numbers.GetProperty("labels").GetProperty(name);
        var output = torch.tensor(fixture.Numbers("scores"), [Samples, 4]).to(dtype);
        var target = torch.tensor(fixture.Numbers("truth"), [Samples, 4]).to(ScalarType.Bool);
        IMetric[] metrics =
        [
            new Accuracy(), new Auroc(), new TrainSdk.Metrics.Precision(), new Recall(), new F1(),
            new TrainSdk.Metrics.Precision(Averaging.Micro), new Recall(Averaging.Micro), new F1(Averaging.Micro),
        ];
        Check(fixture, metrics, output, target);
    }

    [Theory]
    [InlineData("plain", ScalarType.Float64)]
    [InlineData("plain", ScalarType.Float32)]
    [InlineData("far from 0", ScalarType.Float64)]
    [InlineData("constant", ScalarType.Float64)]
    [InlineData("met", ScalarType.Float64)]
    public void Values(string name, ScalarType dtype)
    {
        var fixture = Numbers.GetProperty("values").GetProperty(name);
        var output = torch.tensor(fixture.Numbers("output"), [Samples, 3]).to(dtype);
        var target = torch.tensor(fixture.Numbers("target"), [Samples, 3]).to(dtype);
        Check(fixture, [new MeanSquaredError(), new MeanAbsoluteError(), new R2()], output, target);
    }

    [Fact]
    public void TheConfusionMatrixCounts()
    {
        var (fixture, output, target) = ClassesOf("plain", ScalarType.Float64);
        using var metrics = new MetricSet(new ConfusionMatrix(), new Accuracy());
        metrics.Add(output, target);
        var values = metrics.Read();
        Assert.Equal(fixture.Numbers("confusion"), values[0].Counts!.Cast<long>().Select(static count => (double)count));
        Assert.Null(values[1].Counts);
    }

    [Fact]
    public void AnIgnoredTokenIsNotCounted()
    {
        var (_, output, target) = ClassesOf("plain", ScalarType.Float64);
        var some = target.masked_fill(torch.arange(Samples).remainder(3).eq(1), -100);
        var kept = some.ge(0);
        IMetric[] metrics = [new Accuracy(), new TopK(2), new ConfusionMatrix(), new Perplexity(), new Auroc(), new TrainSdk.Metrics.Precision(), new F1()];
        foreach (var metric in metrics)
        {
            metric.Add(output[kept], target[kept]);
            var expected = metric.Read();
            metric.Add(output.unsqueeze(0), some.unsqueeze(0));
            Assert.Equal(expected, metric.Read(), 12);
            metric.Add(output, torch.full_like(target, -100));
            Assert.Equal(double.NaN, metric.Read());
        }
    }

    [Fact]
    public void SharesOfClassesAreTakenAsTheHighest()
    {
        var (_, output, target) = ClassesOf("plain", ScalarType.Float64);
        var shares = nn.functional.one_hot(target, 5).to(ScalarType.Float64).mul(0.8).add(0.04);
        IMetric[] metrics = [new Accuracy(), new TopK(2), new F1(), new Auroc(), new ConfusionMatrix()];
        Assert.All(metrics, metric =>
        {
            metric.Add(output, target);
            var expected = metric.Read();
            metric.Add(output, shares);
            Assert.Equal(expected, metric.Read());
        });
    }

    public void Dispose() => _scope.Dispose();

    private static (JsonElement Fixture, Tensor Output, Tensor Target) ClassesOf(string name, ScalarType dtype)
    {
        var fixture = Numbers.GetProperty("classes").GetProperty(name);
        return (fixture, torch.tensor(fixture.Numbers("scores"), [Samples, 5]).to(dtype), torch.tensor(fixture.Numbers("labels")).to(ScalarType.Int64));
    }

    private static void Check(JsonElement fixture, IMetric[] metrics, Tensor output, Tensor target)
    {
        var numbers = fixture.GetProperty("numbers");
        foreach (var sizes in Batches)
        {
            using var set = new MetricSet(metrics);
            foreach (var (start, size) in sizes.Select((size, at) => (sizes[..at].Sum(), size)))
            {
                using var step = NewDisposeScope();
                set.Add(output.narrow(0, start, size).requires_grad_(), target.narrow(0, start, size));
            }
            Assert.All(set.Read(), value =>
            {
                var expected = numbers.GetProperty(value.Name);
                var tolerance = output.dtype == ScalarType.Float64 ? 1e-10 : 1e-5;
                Fixture.AssertNear([expected.ValueKind == JsonValueKind.Null ? double.NaN : expected.GetDouble()], [value.Value], tolerance);
            });
            Assert.All(set.Read(), static value => Assert.Equal(double.NaN, value.Value));
        }
    }
}
