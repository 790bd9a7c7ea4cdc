using TrainSdk.Generators.Model;
using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Tests;

namespace TrainSdk.Generators.Tests;

public sealed class HookTests
{
    private const string Usings = "using TrainSdk.Recording; using TrainSdk.Training;";

    private static string Every => string.Concat(Hooks.All.Select(static hook =>
        $"partial void {hook.Name}(in {hook.Type.Replace("{0}", "MyModel", StringComparison.Ordinal)} {hook.Parameter}) {{ }} "));

    [Theory]
    [InlineData("[Hyperparams]", "Hooks")]
    [InlineData("[Hyperparams, Accumulate(4), Amp(AmpMode.Bf16)]", "HooksAccumulateAmp")]
    public void All_of_them(string attributes, string name)
    {
        var loop = GeneratorRun.Of(Usings + ModelSource.With(attributes, Every)).Clean().Of("Training");
        Assert.All(Hooks.All, hook => Assert.Contains($"model.{hook.Name}(", loop, StringComparison.Ordinal));
        Snapshot.Verify(loop, $"{name}#MyModel.Training.g");
    }

    [Fact]
    public void Declared_for_every_model() => Assert.All(Hooks.All, static hook =>
        Assert.Contains($"partial void {hook.Name}(in ", GeneratorRun.Of(ModelSource.With("[Hyperparams]")).Clean().Of("Hooks"), StringComparison.Ordinal));

    [Fact]
    public void One_leaves_no_trace_of_the_others()
    {
        var loop = GeneratorRun.Of(Usings + ModelSource.With("[Hyperparams]", "partial void OnStepEnd(in StepSummary s) => _ = s.Loss;")).Clean().Of("Training");
        Assert.Contains("model.OnStepEnd(new StepSummary(step, epoch, optimizer.Lr, batch.Count, loss, norm));", loop, StringComparison.Ordinal);
        Assert.Single(loop.Split('\n'), static line => line.Contains("model.On", StringComparison.Ordinal));
        Assert.DoesNotContain("var result", loop, StringComparison.Ordinal);
    }

    [Fact]
    public void None_leaves_no_trace() => Assert.DoesNotContain(
        "model.On", GeneratorRun.Of(ModelSource.With("[Hyperparams]")).Clean().Of("Training"), StringComparison.Ordinal);
}
