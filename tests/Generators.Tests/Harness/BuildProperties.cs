using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TrainSdk.Generators.Tests.Harness;

/// <summary>What a build tells analyzers of its project; a property without a text is not there.</summary>
internal sealed class BuildProperties(params (string Key, string Text)[] properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options((string Key, string Text)[] properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = properties.Where(property => property.Key == key && property.Text.Length > 0).Select(static property => property.Text).FirstOrDefault();
            return value is not null;
        }
    }
}
