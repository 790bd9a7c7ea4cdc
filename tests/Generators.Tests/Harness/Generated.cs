using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Tests.Harness;

/// <summary>What a run of the generator gave.</summary>
/// <param name="Files">Text by hint name.</param>
/// <param name="Complaints">Errors and warnings of the compilation with the generated files, and of the generator itself.</param>
internal sealed record Generated(IReadOnlyDictionary<string, string> Files, IReadOnlyList<Diagnostic> Complaints)
{
    public string this[string hintName] => Files[hintName];

    /// <summary>The file of the only model.</summary>
    public string Of(string topic) => Files.Single(file => file.Key.EndsWith($".{topic}.g.cs", StringComparison.Ordinal)).Value;

    public Generated Clean()
    {
        Assert.Empty(Complaints);
        Assert.All(Files, static file => GeneratedStyle.Check(file.Key, file.Value));
        return this;
    }
}
