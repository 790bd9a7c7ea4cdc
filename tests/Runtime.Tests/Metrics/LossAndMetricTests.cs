using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Metrics;

/// <summary>Losses as the generated loops compute them, and metrics, against PyTorch.</summary>
public sealed class LossAndMetricTests : IDisposable
{
    private readonly System.Text.Json.JsonElement _fixture = Fixture.Open("losses");
    private readonly DisposeScope _scope = NewDisposeScope();

    private Tensor Scores => torch.tensor(_fixture.Numbers("scores"), [7, 5]);

    private Tensor Labels => torch.tensor(_fixture.Numbers("labels")).to(ScalarType.Int64);

    private Tensor Output => torch.tensor(_fixture.Numbers("output"), [7, 2]);

    private Tensor Target => torch.tensor(_fixture.Numbers("target"), [7, 2]);

    [Theory]
    [InlineData("0.0")]
    [InlineData("0.1")]
    [InlineData("0.3")]
    public void CrossEntropyWithSmoothingFollowsPyTorch(string smoothing)
    {
        var expected = _fixture.GetProperty("crossEntropy").GetProperty(smoothing);
        var scores = Scores.requires_grad_();
        var loss = nn.functional.cross_entropy(scores, Labels, label_smoothing: double.Parse(smoothing, System.Globalization.CultureInfo.InvariantCulture));
        loss.backward();
        Fixture.AssertNear([expected.Number("loss")], [loss.ToDouble()], 1e-10);
        Fixture.AssertNear(expected.Numbers("gradient"), scores.grad!.data<double>().ToArray(), 1e-10);
    }

    [Fact]
    public void SquaredAndAbsoluteErrorsFollowPyTorch()
    {
        Fixture.AssertNear([_fixture.Number("mse")], [nn.functional.mse_loss(Output, Target).ToDouble()], 1e-10);
        using var metric = new MeanAbsoluteError();
        Fixture.AssertNear([_fixture.Number("mae")], [InTwoBatches(metric, Output, Target)], 1e-10);
    }

    [Fact]
    public void AccuracyFollowsPyTorch()
    {
        using var metric = new Accuracy();
        Fixture.AssertNear([_fixture.Number("accuracy")], [InTwoBatches(metric, Scores, Labels)], 1e-12);
        Assert.Equal(double.NaN, metric.Read());
    }

    // Small batches on the CPU are counted without torch; the odd cases must come out as its argmax has them.
    [Fact]
    public void AccuracyOnTheHostChoosesAsTorchDoes()
    {
        torch.manual_seed(5).Dispose();
        var odd = torch.tensor(new[] { float.NaN, 0f, -0f, 1f, float.PositiveInfinity, float.NegativeInfinity, 1f, -1f });
        var scores = odd.index_select(0, torch.randint(0, 8, [4000], dtype: ScalarType.Int64)).reshape(1000, 4);
        var chosen = scores.argmax(1);
        foreach (var shift in new[] { 0, 1 })
        {
            using var metric = new Accuracy();
            metric.Add(scores, chosen.add(shift).remainder(4));
            Assert.Equal(1 - shift, metric.Read());
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32, 64)]
    [InlineData(ScalarType.Float32, 5000)]
    [InlineData(ScalarType.BFloat16, 64)]
    public void AccuracyIsTheSameInEveryTypeAndSize(ScalarType type, int count)
    {
        var targets = torch.arange(count, dtype: ScalarType.Int64).remainder(7);
        var scores = nn.functional.one_hot(targets, 7).to(type);
        scores[0] = torch.zeros(7, dtype: type).index_fill_(0, torch.tensor(new long[] { 3 }), 1);
        using var metric = new Accuracy();
        metric.Add(scores.requires_grad_(), targets);
        Assert.Equal((count - 1.0) / count, metric.Read(), 12);
    }

    [Fact]
    public void MeansCountEverySampleOnceWhateverTheBatches()
    {
        using var mean = new MeanLoss();
        var each = nn.functional.cross_entropy(Scores, Labels, reduction: nn.Reduction.None);
        mean.Add(each.narrow(0, 0, 6).mean(), 6);
        mean.Add(each.narrow(0, 6, 1).mean(), 1);
        Fixture.AssertNear([_fixture.GetProperty("crossEntropy").GetProperty("0.0").Number("loss")], [mean.Read()], 1e-10);
    }

    [Fact]
    public void WeightedSumsAreDividedByAllTheirWeights()
    {
        using var mean = new MeanLoss();
        var each = nn.functional.cross_entropy(Scores, Labels, reduction: nn.Reduction.None);
        var weight = torch.tensor(_fixture.Numbers("weight"));
        foreach (var (start, count) in new[] { (0, 5), (5, 2) })
        {
            mean.Add((each * weight).narrow(0, start, count).sum(), weight.narrow(0, start, count).sum());
        }
        Fixture.AssertNear([_fixture.Number("weightedMean")], [mean.Read()], 1e-10);
    }

    [Fact]
    public void AddingLeavesTheLossAsItWas()
    {
        using var mean = new MeanLoss();
        var loss = torch.tensor(2.0);
        mean.Add(loss, 10);
        Assert.Equal(2.0, loss.ToDouble());
    }

    public void Dispose() => _scope.Dispose();

    private static double InTwoBatches(IMetric metric, Tensor output, Tensor target)
    {
        metric.Add(output.narrow(0, 0, 5), target.narrow(0, 0, 5));
        metric.Add(output.narrow(0, 5, 2), target.narrow(0, 5, 2));
        return metric.Read();
    }
}
