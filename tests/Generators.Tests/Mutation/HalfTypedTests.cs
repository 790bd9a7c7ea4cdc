using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>Half-typed code that once made the generator throw.</summary>
public sealed class HalfTypedTests
{
    [Theory]
    [InlineData("Freeze(Epochs: throw null")]
    [InlineData("Freeze(null)")]
    [InlineData("Freeze")]
    [InlineData("ParamGroup(null, LrScale = 2)")]
    [InlineData("Pretrained(null, null)")]
    [InlineData("Pretrained(\"_head\", file: null, Strip = null)")]
    public async Task A_text_that_is_not_there_yet(string attribute)
    {
        var source = ModelSource.With($"[Hyperparams, {attribute}]");
        Assert.NotEmpty(GeneratorRun.Of(source).Files);
        Assert.DoesNotContain(await GeneratorRun.Analyze(Analyzers.All, source), static diagnostic => diagnostic.Id == "AD0001");
    }
}
