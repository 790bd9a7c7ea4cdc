using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class HookTests
{
    private const string Usings = "using TrainSdk.Recording; using TrainSdk.Training;";

    [Theory]
    [InlineData("public void OnEpochEnd(EpochSummary epoch) { }", "OnEpochEnd", "partial void OnEpochEnd(in EpochSummary epoch)")]
    [InlineData("private void OnEpochEnd(in EpochSummary epoch) { }", "OnEpochEnd", "partial void OnEpochEnd(in EpochSummary epoch)")]
    [InlineData("partial void OnStepEnd(in EpochSummary step) { }", "OnStepEnd", "partial void OnStepEnd(in StepSummary step)")]
    [InlineData("partial void OnFitEnd(in FitStart fit) { }", "OnFitEnd", "partial void OnFitEnd(in FitResult<MyModel> result)")]
    [InlineData("public int OnFitStart;", "OnFitStart", "partial void OnFitStart(in FitStart fit)")]
    public async Task TRAIN1053_another_signature(string member, string name, string right)
    {
        var source = Usings + ModelSource.With("[Hyperparams]", member);
        await Expect.Only("TRAIN1053", name, source, $"write '{right}'");
        Expect.NoLoop(source);
    }

    [Fact]
    public async Task A_hook_is_no_mistake()
    {
        var source = Usings + ModelSource.With("[Hyperparams]", "partial void OnEpochEnd(in EpochSummary summary) { }");
        Assert.DoesNotContain(await GeneratorRun.Analyze(source), static diagnostic => diagnostic.Id.StartsWith("TRAIN", StringComparison.Ordinal));
        Expect.Loop(source);
    }
}
