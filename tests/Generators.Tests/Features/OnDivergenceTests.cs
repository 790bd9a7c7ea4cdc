namespace TrainSdk.Generators.Tests.Features;

public sealed class OnDivergenceTests
{
    [Fact]
    public void Rollback() => FeatureSnapshot.Verify(
        "[Hyperparams, Cosine, OnDivergence(DivergenceAction.Rollback, LrFactor = 0.25, Rollbacks = 2)]", "OnDivergence");

    [Fact]
    public void Skip_is_one_line() => Assert.Equal(
        ["run.Recorder.TolerateSkips();"],
        Added("[Hyperparams, OnDivergence(DivergenceAction.Skip)]"));

    [Fact]
    public void Stop_is_what_happens_anyway() => Assert.Empty(Added("[Hyperparams, OnDivergence]"));

    private static IEnumerable<string> Added(string attributes)
    {
        var plain = FeatureSnapshot.Of("[Hyperparams]").Of("Training").Split('\n').Select(static line => line.Trim()).ToHashSet();
        return FeatureSnapshot.Of(attributes).Of("Training").Split('\n').Select(static line => line.Trim())
            .Where(line => !plain.Contains(line) && !line.StartsWith("//", StringComparison.Ordinal));
    }
}
