using System.Text.Json;
using TorchSharp;
using TrainSdk.Losses;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Runtime.Tests.Losses;

/// <summary>The objectives' losses and gradients against PyTorch: <c>tests/Fixtures/make_losses.py</c>.</summary>
public sealed class ObjectiveFixtureTests : IDisposable
{
    private static readonly JsonElement Objectives = Fixture.Open("objectives");
    private static readonly long[][] Batches = [[11], [1, 3, 7], [.. Enumerable.Repeat(1L, 11)]];

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, string, ScalarType> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, ScalarType>();
            foreach (var group in Objectives.EnumerateObject().Where(static group => group.Value.ValueKind == JsonValueKind.Object))
            {
                foreach (var name in group.Value.EnumerateObject().Select(static one => one.Name))
                {
                    cases.Add(group.Name, name, ScalarType.Float64);
                    cases.Add(group.Name, name, ScalarType.Float32);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LossAndGradientOverAnyBatches(string group, string name, ScalarType dtype)
    {
        var fixture = Objectives.GetProperty(group).GetProperty(name);
        var tolerance = dtype == ScalarType.Float64 ? 1e-10 : 1e-5;
        var target = torch.tensor(fixture.Numbers("target"), Shape(fixture, "targetShape"));
        target = group == "tokens" || name.StartsWith("indices", StringComparison.Ordinal) ? target.to(ScalarType.Int64) : target.to(dtype);
        foreach (var sizes in Batches)
        {
            var output = torch.tensor(fixture.Numbers("output"), Shape(fixture, "outputShape")).to(dtype).requires_grad_();
            var parts = sizes.Select((size, at) =>
            {
                var start = sizes[..at].Sum();
                return Loss(group, name, fixture, output.narrow(0, start, size), target.narrow(0, start, size), size);
            }).ToArray();
            var loss = parts.Select(static part => part.Sum).Aggregate(static (sum, part) => sum + part)
                / parts.Select(static part => part.Weight).Aggregate(static (sum, part) => sum + part);
            loss.backward();
            Fixture.AssertNear([fixture.Number("loss")], [loss.to(ScalarType.Float64).ToDouble()], tolerance);
            Fixture.AssertNear(fixture.Numbers("gradient"), output.grad!.to(ScalarType.Float64).data<double>().ToArray(), tolerance);
        }
    }

    // [batch] against [batch, 1] would be broadcast to a square.
    [Theory]
    [InlineData(new long[] { 4 }, new long[] { 4, 1 }, ScalarType.Int64)]
    [InlineData(new long[] { 4, 1 }, new long[] { 4 }, ScalarType.Bool)]
    [InlineData(new long[] { 4, 1 }, new long[] { 4, 1 }, ScalarType.Float32)]
    public void TargetsOfYesAndNoTakeTheScoresShape(long[] output, long[] target, ScalarType type)
    {
        var loss = BinaryCrossEntropy.Of(torch.tensor(new[] { 0f, 1, 2, 3 }).reshape(output), torch.ones(target).to(type));
        Assert.Equal(Enumerable.Range(0, 4).Average(static score => Math.Log(1 + Math.Exp(-score))), loss.ToSingle(), 1e-6);
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        Assert.StartsWith("scores [4, 2] do not fit targets [4]; ", Message(() => BinaryCrossEntropy.Of(torch.zeros(4, 2), torch.zeros(4))), StringComparison.Ordinal);
        Assert.StartsWith("3 weights of the loss do not fit 2 scores", Message(() => new LossWeights(1, 2, 3).Like(torch.zeros(4, 2))), StringComparison.Ordinal);
        Assert.Contains("[4, 5, 3] and its targets [4, 6]", Message(() => CrossEntropy.OfTokens(torch.zeros(4, 5, 3), torch.zeros(4, 6))), StringComparison.Ordinal);
    }

    // The first batch that needs them may be one of an evaluation.
    [Fact]
    public void WeightsMadeInInferenceModeServeTraining()
    {
        var weights = new LossWeights(1, 2, 3);
        using (torch.inference_mode())
        using (NewDisposeScope())
        {
            weights.Like(torch.zeros(4, 3));
        }
        var output = torch.zeros(4, 3).requires_grad_();
        var (sum, weight) = CrossEntropy.Weighted(output, torch.tensor(new long[] { 0, 1, 2, 2 }), weights);
        (sum / weight).backward();
        Assert.Equal(9, weight.ToSingle());
        Assert.True(output.grad!.isfinite().all().ToBoolean());
        Assert.Same(weights.Like(output), weights.Like(output));
    }

    public void Dispose() => _scope.Dispose();

    private static (Tensor Sum, Tensor Weight) Loss(string group, string name, JsonElement fixture, Tensor output, Tensor target, long count)
    {
        (Tensor, Tensor) Mean(Tensor mean) => (mean * count, torch.tensor((double)count));
        double[] weights = fixture.TryGetProperty("weights", out var given) ? given.Numbers() : [];
        var smoothing = fixture.TryGetProperty("smoothing", out var share) ? share.GetDouble() : 0;
        return (group, name) switch
        {
            ("tokens", _) => CrossEntropy.OfTokens(output, target, (long)fixture.Number("ignored"), smoothing),
            ("classes", _) when weights.Length > 0 => CrossEntropy.Weighted(output, target, new LossWeights(weights), smoothing),
            ("classes", _) => Mean(cross_entropy(output, target, label_smoothing: smoothing)),
            ("binary", _) => Mean(BinaryCrossEntropy.Of(output, target, weights.Length > 0 ? new LossWeights(weights) : null)),
            (_, "mse") => Mean(mse_loss(output, target)),
            (_, "mae") => Mean(l1_loss(output, target)),
            (_, "huber") => Mean(huber_loss(output, target)),
            _ => Mean(huber_loss(output, target, delta: 0.3)),
        };
    }

    private static long[] Shape(JsonElement fixture, string name) => [.. fixture.Numbers(name).Select(static size => (long)size)];

    private static string Message(Action action) => Assert.Throws<TrainException>(action).Message;
}
