using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Features;

public sealed class MetricTests
{
    private const string Own = """
        namespace Mine
        {
            public enum Kind { One, Two }

            public sealed class Hits(int least, string word = "", Kind kind = Kind.One, double share = 1, bool loud = false) : TrainSdk.Metrics.IMetric
            {
                public string Name => $"hits{least}{word}{kind}{share}{loud}";
                public bool IsHigherBetter => true;
                public void Add(Tensor output, Tensor target) { }
                public double Read() => 0;
                public void Save(TrainSdk.State.StateWriter state) { }
                public void Load(TrainSdk.State.StateReader state) { }
                public void Dispose() { }
            }
        }
        """;

    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Metric<TrainSdk.Metrics.MeanAbsoluteError>]", "Metric");

    [Fact]
    public void The_ones_that_come_along() => Assert.Contains(
        """
                public static MetricSet Metrics() => new(
                    new Accuracy(),
                    // [Metric<F1>(Averaging.Micro)]
                    new F1(Averaging.Micro),
                    // [Metric<TopK>(2)]
                    new TopK(2));
        """.ReplaceLineEndings("\n"),
        GeneratorRun.Of(ModelSource.With("[Hyperparams, Metric<TopK>(2), Metric<F1>(Averaging.Micro)]")).Clean().Of("Training"),
        StringComparison.Ordinal);

    [Fact]
    public void Several_follow_the_objectives_own()
    {
        var loop = GeneratorRun.Of(ModelSource.With(
            "[Hyperparams, Regression, Metric<Mine.Hits>(5, \"a\\\"b\", Mine.Kind.Two, 0.5, true), Metric<Mine.Hits>(1)]") + Own).Clean().Of("Training");
        Assert.Contains(
            """
                    public static MetricSet Metrics() => new(
                        // [Regression]
                        new MeanAbsoluteError(),
                        // [Metric<Mine.Hits>(1)]
                        new global::Mine.Hits(1),
                        // [Metric<Mine.Hits>(5, "a\"b", Mine.Kind.Two, 0.5, true)]
                        new global::Mine.Hits(5, "a\"b", global::Mine.Kind.Two, 0.5, true));
            """.ReplaceLineEndings("\n"),
            loop,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_loss_of_ones_own_they_are_the_only_ones()
    {
        const string Loss = "private static Tensor Loss(Tensor output, Tensor target) => output.sum();";
        var loop = GeneratorRun.Of(ModelSource.With("[Hyperparams, Metric<Mine.Hits>(1)]", Loss) + Own).Clean().Of("Training");
        Assert.DoesNotContain("Accuracy", loop, StringComparison.Ordinal);
        Assert.Contains("new global::Mine.Hits(1));", loop, StringComparison.Ordinal);
    }
}
