using System.Globalization;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis;
using TrainSdk.Generators.Files;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

/// <summary>What the owner of an ejected loop is told when the class or the version goes on without it.</summary>
public sealed class EjectedLoopTests
{
    private static readonly LoopChange[] Changes =
        [new("0.1.0", "the first"), new("0.2.0", "a second"), new("0.3.0", "a third")];

    [Theory]
    [InlineData("0.3.0", "0.3.0", null)]
    [InlineData("0.3.0", "0.4.0", null)]
    [InlineData("0.3.0-rc.1", "0.3.0", null)]
    [InlineData("0.2.0", "0.3.0", "a third (0.3.0)")]
    [InlineData("0.1.0", "0.3.0", "a second (0.2.0); a third (0.3.0)")]
    [InlineData("0.5.0", "0.3.0", "this is 0.3.0, which is older")]
    [InlineData("latest", "0.3.0", "that is no version")]
    [InlineData("", "0.3.0", "that is no version")]
    public void A_version_is_told_what_is_new(string version, string current, string? expected)
    {
        var text = LoopHistory.Against(version, current, Changes);
        Assert.Equal(expected is null, text is null);
        Assert.Contains(expected ?? "", text ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_in_order_and_not_of_the_future()
    {
        var versions = LoopHistory.Changes.Select(static change => Version.Parse(change.Version)).ToArray();
        Assert.Equal(versions.Order(), versions);
        Assert.True(versions[^1] <= Version.Parse(LoopVersion.Current));
    }

    [Theory]
    [InlineData("0.0.9", "ejected by TrainSdk 0.0.9; new since then: a loop consists of Fit and Evaluate")]
    [InlineData("99.0.0", "ejected by TrainSdk 99.0.0; this is 0.1.0, which is older")]
    [InlineData("", "that is no version")]
    public async Task Another_version(string version, string expected)
    {
        var source = ModelSource.With("[Hyperparams]");
        var loop = EjectRun.Loop(source).Replace("\"0.1.0\"", $"\"{version}\"", StringComparison.Ordinal);
        await Only("TRAIN2090", "TrainingLoop(", expected, source, loop);
    }

    [Theory]
    [InlineData("[Hyperparams]")]
    [InlineData("[Hyperparams, AdamW, Warmup(2), Cosine, Metric<F1>, Metric<TopK>(2), EarlyStop(5, Monitor = typeof(F1)), Amp, MixUp]")]
    [InlineData("[Hyperparams, Freeze(\"_head\", UntilEpoch = 2), ParamGroup(\"_head\", LrScale = 0.5), Regression]")]
    public async Task The_same_class(string attributes)
    {
        var source = ModelSource.With(attributes, "partial void OnStepEnd(in TrainSdk.Training.StepSummary s) => _ = s.Loss;");
        Assert.Empty(await Warnings(source, EjectRun.Loop(source)));
    }

    [Theory]
    [InlineData("[Hyperparams, AdamW]", "[Hyperparams(Lr = 0.1, Epochs = 5), AdamW(WeightDecay = 0.1)]")]
    [InlineData("[Hyperparams, EarlyStop(5)]", "[Hyperparams, EarlyStop(12, MinDelta = 0.1)]")]
    [InlineData("[Hyperparams, Cosine]", "[Hyperparams, Cosine(MinLr = 1e-5), Warmup(3)]")]
    [InlineData("[Hyperparams]", "[Hyperparams, Classification]")]
    [InlineData("[Hyperparams]", "[Hyperparams, Warmup(2), Cosine]")]
    [InlineData("[Hyperparams, Warmup(2), Cosine]", "[Hyperparams]")]
    public async Task What_the_loop_still_follows(string before, string after) =>
        Assert.Empty(await Warnings(ModelSource.With(after), EjectRun.Loop(ModelSource.With(before))));

    [Theory]
    [InlineData("[Hyperparams]", "[Hyperparams, MixUp(0.4)]", "MixUp(0.4)", "MixUp does nothing: the loop of MyModel was ejected without it")]
    [InlineData("[Hyperparams, LabelSmoothing]", "[Hyperparams]", "TrainingLoop(", "was ejected with LabelSmoothing, which the class no longer has")]
    [InlineData("[Hyperparams, Metric<TopK>(2)]", "[Hyperparams]", "TrainingLoop(", "was ejected with Metric<TopK>(2)")]
    public async Task An_attribute_that_came_or_went(string before, string after, string at, string expected)
    {
        var loop = EjectRun.Loop(ModelSource.With(before)).Replace("settings.LabelSmoothing", "0.1", StringComparison.Ordinal);
        await Only("TRAIN2091", at, expected, ModelSource.With(after), loop);
    }

    [Fact]
    public async Task Another_monitor_and_the_metric_that_it_needs()
    {
        var loop = EjectRun.Loop(ModelSource.With("[Hyperparams, EarlyStop(5)]"));
        var warnings = await Warnings(ModelSource.With("[Hyperparams, Metric<F1>, EarlyStop(5, Monitor = typeof(F1))]"), loop);
        Assert.Equal(3, warnings.Length);
        Assert.All(
            ["EarlyStop(Monitor: F1) does nothing", "Metric<F1> does nothing", "was ejected with EarlyStop, which the class no longer has"],
            expected => Assert.Single(warnings, warning => Text(warning).Contains(expected, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("partial void OnStepEnd(in TrainSdk.Training.StepSummary s) => _ = s.Loss;", "OnStepEnd")]
    [InlineData("private static Tensor Loss(Tensor output, Tensor target) => (output - target).mean();", "Loss")]
    public async Task A_member_that_came(string member, string name)
    {
        var loop = EjectRun.Loop(ModelSource.With("[Hyperparams]"));
        await Only("TRAIN2091", name, $"{name} does nothing", ModelSource.With("[Hyperparams]", member), loop);
    }

    [Fact]
    public async Task A_loop_that_does_not_say_what_it_is_of()
    {
        var source = ModelSource.With("[Hyperparams]");
        var loop = EjectRun.Loop(ModelSource.With("[Hyperparams, LabelSmoothing]")).Replace(", \"Hyperparams\", \"LabelSmoothing\"", "", StringComparison.Ordinal);
        Assert.Empty(await Warnings(source, loop));
    }

    [Fact]
    public async Task A_pragma_turns_it_off()
    {
        var source = "#pragma warning disable TRAIN2091\n" + ModelSource.With("[Hyperparams, MixUp]");
        Assert.Empty(await Warnings(source, EjectRun.Loop(ModelSource.With("[Hyperparams]"))));
    }

    private static async Task<Diagnostic[]> Warnings(params string[] sources) =>
        [.. (await GeneratorRun.Analyze([new EjectedLoopAnalyzer()], sources)).Where(static diagnostic => !diagnostic.IsSuppressed)];

    private static async Task Only(string id, string at, string words, params string[] sources)
    {
        var diagnostic = Assert.Single(await Warnings(sources));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.StartsWith(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan), StringComparison.Ordinal);
        Assert.Contains(words, Text(diagnostic), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', Text(diagnostic));
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
