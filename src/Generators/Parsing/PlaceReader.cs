using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>Finds the file of a model class, beside which its ejected files go.</summary>
internal static class PlaceReader
{
    /// <summary>The file of the declaration with <c>[Hyperparams]</c>; null where the class is not there.</summary>
    public static SourcePlace? Of(
        TrainerSpec spec, Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancel) =>
        TypeOf(spec, compilation) is { } type ? Of(type, options, cancel) : null;

    public static SourcePlace? Of(INamedTypeSymbol type, AnalyzerConfigOptionsProvider options, CancellationToken cancel)
    {
        var attribute = AttributeReader.MarkerOf(type.GetAttributes());
        return attribute?.ApplicationSyntaxReference?.SyntaxTree is { } tree
            ? new SourcePlace(tree.FilePath, StyleReader.Read(tree, options.GetOptions(tree), cancel))
            : null;
    }

    private static INamedTypeSymbol? TypeOf(TrainerSpec spec, Compilation compilation)
    {
        string[] types = [.. spec.Containers.Select(static container => container.Name), spec.Name];
        var space = spec.Namespace.Length > 0 ? spec.Namespace.Replace("@", "") + "." : "";
        return compilation.GetTypeByMetadataName(space + string.Join("+", types));
    }
}
