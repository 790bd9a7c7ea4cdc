using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>
/// Half-typed code is the normal state of an editor: neither the generator nor an analyzer throws on mutants. The generator sees 10,000 of
/// them, the analyzers every fourth hundred. To be done in a minute, a hundred share a compilation, each in a namespace of its own: what the
/// compiler learns of TorchSharp it learns once.
/// </summary>
public sealed class MutationTests
{
    private const int Mutants = 10_000;
    private const int Together = 100;
    private const int AnalyzedEvery = 4 * Together;

    [Fact]
    public async Task Nothing_throws()
    {
        for (var first = 0; first < Mutants; first += Together)
        {
            var failure = await Failure([.. Enumerable.Range(first, Together).Select(Mutant.Of)], isAnalyzed: first % AnalyzedEvery == 0);
            Assert.True(failure is null, failure);
        }
    }

    [Fact]
    public void A_number_is_always_the_same_mutant() => Assert.Equal(Mutant.Of(7).Files, Mutant.Of(7).Files);

    // Down to the one that fails.
    private static async Task<string?> Failure(Mutant[] mutants, bool isAnalyzed)
    {
        if (await Thrown(mutants, isAnalyzed) is not { } thrown)
        {
            return null;
        }
        var half = mutants.Length / 2;
        var ofHalf = half == 0 ? null : await Failure(mutants[..half], isAnalyzed) ?? await Failure(mutants[half..], isAnalyzed);
        return ofHalf ?? $"{thrown}\n{string.Join('\n', mutants.AsEnumerable())}";
    }

    private static async Task<string?> Thrown(IEnumerable<Mutant> mutants, bool isAnalyzed)
    {
        var compilation = GeneratorRun.Compile([.. mutants.SelectMany(static mutant => mutant.Files)]);
        var result = GeneratorRun.Driver().RunGenerators(compilation).GetRunResult();
        if (result.Results.Single().Exception is { } exception)
        {
            return exception.ToString();
        }
        if (!isAnalyzed)
        {
            return null;
        }
        var found = await compilation.WithAnalyzers([.. Analyzers.All]).GetAnalyzerDiagnosticsAsync();
        return found.FirstOrDefault(static diagnostic => diagnostic.Id is "AD0001" or "AD0002")?.ToString();
    }
}
