using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TrainSdk.Generators.Tests.Harness;

/// <summary>Runs the generator as a build with <c>TrainEject</c> does.</summary>
internal static class EjectRun
{
    /// <param name="names">The property's value.</param>
    /// <param name="config">What <c>.editorconfig</c> says of every file.</param>
    /// <param name="sources">The project's files.</param>
    public static Generated Of(string names, IReadOnlyDictionary<string, string> config, params string[] sources)
    {
        var driver = CSharpGeneratorDriver.Create([new TrainerGenerator().AsSourceGenerator()], parseOptions: GeneratorRun.ParseOptions)
            .WithUpdatedAnalyzerConfigOptions(new ConfigOptions(new Dictionary<string, string>(config) { ["build_property.TrainEjectModels"] = names }))
            .RunGeneratorsAndUpdateCompilation(GeneratorRun.Compile(sources), out var compilation, out var ofGenerator);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new Generated(
            result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()),
            [.. ofGenerator, .. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
    }

    public static Generated Of(string names, params string[] sources) => Of(names, new Dictionary<string, string>(), sources);

    /// <summary>The text of the ejected loop of the only model.</summary>
    public static string Loop(string source)
    {
        var ejected = Of("MyModel", source);
        Assert.Empty(ejected.Complaints);
        return ejected.Of("Training");
    }
}
