using TrainSdk.Advice;
using TrainSdk.Benchmarks;
using TrainSdk.Benchmarks.Advising;

namespace TrainSdk.Generated.Tests.Benchmarks;

/// <summary>The quickest rows of the table that the benchmark <c>advice</c> measures, with one seed.</summary>
public sealed class AdviceTableTests
{
    [Theory]
    [InlineData("digits-healthy")]
    [InlineData("wine-adam-rate-1e-5")]
    [InlineData("digits-adam-rate-1")]
    [InlineData("digits-few-epochs")]
    [InlineData("digits-batch-1024")]
    [InlineData("digits-plateau")]
    [InlineData("digits-outliers")]
    [InlineData("digits-wrong-labels")]
    [InlineData("digits-rare-eights")]
    [InlineData("digits-few-validated")]
    public void Gets_the_advice_that_it_must_and_none_that_it_must_not(string name)
    {
        var run = AdviceBenchmark.Runs.Single(run => run.Name == name);
        var found = FindingCatalog.In(new RunStore(directory: null, threads: 1).Of(run, seed: 0));

        var ids = found.Select(static finding => finding.Id).ToArray();
        Assert.Empty(run.Must.Except(ids));
        Assert.Empty(ids.Except(run.Must).Except(run.May));
    }

    [Fact]
    public void Every_finding_must_be_told_of_in_some_training()
    {
        var provoked = AdviceBenchmark.Runs.SelectMany(static run => run.Must);

        // On a processor without bf16 instructions [Amp] computes in float32.
        Assert.Empty(FindingCatalog.Rules.Select(static rule => rule.Id).Except(provoked).Except(["amp-not-paying"]));
    }

    [Fact]
    public void No_row_has_a_label_of_a_finding_that_is_none() =>
        Assert.Empty(AdviceBenchmark.Runs.SelectMany(static run => run.Must.Concat(run.May)).Except(
            FindingCatalog.Rules.Select(static rule => rule.Id)));
}
