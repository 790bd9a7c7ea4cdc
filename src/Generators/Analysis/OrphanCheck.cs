using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis;

/// <summary>Training attributes on a class without <c>[Hyperparams]</c>.</summary>
internal static class OrphanCheck
{
    public static IEnumerable<Diagnostic> Check(IEnumerable<AttributeData> attributes, CancellationToken cancel) =>
        attributes.Select(attribute => Diagnostic.Create(
            Descriptors.Of(DiagnosticIds.Orphan),
            AttributePlace.Of(attribute, [], cancel),
            Cures.Of(Cure.Add("Hyperparams"), Cure.Remove()),
            AttributeReader.Read(attribute, cancel).Name));
}
