using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>Reads a class into the values that its generated files depend on.</summary>
internal static class TrainerParser
{
    /// <summary>The model; null where the class gets no loop, for which the analyzer gives the reason.</summary>
    public static TrainerSpec? Parse(INamedTypeSymbol type, CancellationToken cancel)
    {
        if (ClassShape.Refusals(type, cancel).Any() || ConstructorReader.Choose(type) is not { } constructor)
        {
            return null;
        }
        var spec = new TrainerSpec
        {
            Namespace = NamespaceOf(type),
            Name = type.Name,
            Attributes = AttributesOf(type, cancel),
            Constructor = default,
            Components = ComponentReader.Read(type),
            Loss = LossReader.Read(type),
            TakenNames = new([.. TakenNames.In(type)]),
        };
        var settings = FeatureCatalog.PlanOf(spec).Settings.Select(static setting => setting.Name).ToArray();
        return spec with { Constructor = new([.. ConstructorReader.Read(constructor, settings, cancel)]) };
    }

    /// <summary>The training attributes in the catalog's order, each once.</summary>
    public static EquatableArray<AttributeUse> AttributesOf(INamedTypeSymbol type, CancellationToken cancel) => new([.. type.GetAttributes()
        .Where(static data => FeatureCatalog.PositionOf(data.AttributeClass?.ToDisplayString() ?? "") is not null)
        .Select(data => AttributeReader.Read(data, cancel))
        .GroupBy(static use => use.TypeName)
        .Select(static uses => uses.First())
        .OrderBy(static use => FeatureCatalog.PositionOf(use.TypeName))]);

    private static string NamespaceOf(INamedTypeSymbol type)
    {
        var parts = new Stack<string>();
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            parts.Push(Identifier.Escape(space.Name));
        }
        return string.Join(".", parts);
    }
}
