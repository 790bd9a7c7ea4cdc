using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Metrics;

/// <summary>A metric that goes on from another's state, after any batch, reads the same to the last bit.</summary>
public sealed class MetricStateTests : IDisposable
{
    private const int Batches = 4;
    private const int Samples = 6;

    private static readonly Dictionary<string, Func<IMetric>> Makers = new()
    {
        ["accuracy"] = static () => new Accuracy(),
        ["top2"] = static () => new TopK(2),
        ["confusion"] = static () => new ConfusionMatrix(),
        ["perplexity"] = static () => new Perplexity(),
        ["auroc"] = static () => new Auroc(),
        ["precision"] = static () => new TrainSdk.Metrics.Precision(),
        ["recall micro"] = static () => new Recall(Averaging.Micro),
        ["f1"] = static () => new F1(),
        ["mae"] = static () => new MeanAbsoluteError(),
        ["mse"] = static () => new MeanSquaredError(),
        ["r2"] = static () => new R2(),
        ["own"] = static () => new OwnMetric(0.5),
    };

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, ScalarType, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, ScalarType, string>();
            foreach (var name in Makers.Keys)
            {
                foreach (var kind in name is "mae" or "mse" or "r2" or "own" ? ["values"] : KindsOf(name))
                {
                    cases.Add(name, ScalarType.Float32, kind);
                    cases.Add(name, ScalarType.Float64, kind);
                }
            }
            return cases;
        }
    }

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnotherGoesOnAfterEveryBatch(string name, ScalarType type, string kind)
    {
        var batches = BatchesOf(type, kind);
        for (var stopped = 0; stopped <= Batches; stopped++)
        {
            using var whole = Makers[name]();
            using var later = Makers[name]();
            for (var at = 0; at < Batches; at++)
            {
                Resume(whole, later, at == stopped);
                whole.Add(batches[at].Output, batches[at].Target);
                if (at >= stopped)
                {
                    later.Add(batches[at].Output, batches[at].Target);
                }
            }
            Resume(whole, later, stopped == Batches);
            var expected = whole.Read();
            Assert.False(double.IsNaN(expected));
            Assert.Equal(expected, later.Read());
            Assert.Equal((whole as ConfusionMatrix)?.Counts, (later as ConfusionMatrix)?.Counts);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SavingChangesNothingAndLoadingReplaces(string name, ScalarType type, string kind)
    {
        var batches = BatchesOf(type, kind);
        using var quiet = Makers[name]();
        using var saved = Makers[name]();
        using var full = Makers[name]();
        var empty = Saved.Of(quiet);
        foreach (var (output, target) in batches)
        {
            quiet.Add(output, target);
            saved.Add(output, target);
            Saved.Of(saved);
            full.Add(output, target);
        }
        Assert.Equal(quiet.Read(), saved.Read());
        full.Load(empty);
        full.Add(batches[0].Output, batches[0].Target);
        quiet.Add(batches[0].Output, batches[0].Target);
        Assert.Equal(quiet.Read(), full.Read());
    }

    [Fact]
    public void EveryMetricIsAmongTheCases() => Assert.Equal(
        typeof(IMetric).Assembly.GetTypes().Where(static type => !type.IsInterface && type.IsAssignableTo(typeof(IMetric))).Append(typeof(OwnMetric)).ToHashSet(),
        Makers.Values.Select(static make => make().GetType()).ToHashSet());

    [Fact]
    public void ASetKeepsEachUnderItsName()
    {
        var (output, target) = BatchesOf(ScalarType.Float64, "classes")[0];
        using var whole = new MetricSet(new F1(), new F1(Averaging.Micro), new TopK(2));
        using var later = new MetricSet(new F1(), new F1(Averaging.Micro), new TopK(2));
        whole.Add(output, target);
        Assert.Contains("f1_micro/counts", Saved.NamesOf(whole));
        Saved.Move(whole, later);
        Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
        Assert.Equal(whole.Read(), later.Read());
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        var before = LiveTensors.Count();
        using (NewDisposeScope())
        {
            foreach (var make in Makers.Values)
            {
                using var metric = make();
                using var other = make();
                var (output, target) = BatchesOf(ScalarType.Float32, make() is MeanAbsoluteError or MeanSquaredError or R2 or OwnMetric ? "values" : "classes")[0];
                metric.Add(output, target);
                metric.Add(output, target);
                Saved.Move(metric, other);
                Saved.Move(metric, other);
            }
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    private static string[] KindsOf(string name) => name switch
    {
        "top2" or "perplexity" => ["classes"],
        "confusion" => ["classes", "binary"],
        _ => ["classes", "binary", "labels"],
    };

    private static void Resume(IMetric from, IMetric to, bool isNow)
    {
        if (isNow)
        {
            Saved.Move(from, to);
        }
    }

    // Binary targets of both values in every batch, so that no number is undefined.
    private static (Tensor Output, Tensor Target)[] BatchesOf(ScalarType type, string kind)
    {
        using var generator = new Generator(3);
        Tensor Normal(params long[] shape) => torch.randn(shape, dtype: ScalarType.Float64, generator: generator).to(type);
        var alternate = torch.arange(Samples).remainder(2);
        return [.. Enumerable.Range(0, Batches).Select(_ => kind switch
        {
            "classes" => (Normal(Samples, 3), torch.arange(Samples).remainder(3)),
            "binary" => (Normal(Samples, 1), alternate),
            "labels" => (Normal(Samples, 3), Normal(Samples, 3).gt(0)),
            _ => (Normal(Samples, 2), Normal(Samples, 2)),
        })];
    }
}
