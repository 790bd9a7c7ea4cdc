using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>Reads a class into the values that its generated files depend on.</summary>
internal static class TrainerParser
{
    /// <summary>The model; null where the class gets no loop, for which the analyzer gives the reason.</summary>
    public static TrainerSpec? Parse(INamedTypeSymbol type, CancellationToken cancel) =>
        ClassShape.Refusals(type, cancel).Any() ? null : Read(type, cancel);

    /// <summary>The class as far as it can be read, also where it gets no loop.</summary>
    public static TrainerSpec Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        var components = ComponentReader.Read(type);
        var spec = new TrainerSpec
        {
            Namespace = NamespaceOf(type),
            Name = type.Name,
            Containers = [.. ContainerReader.Read(type)],
            Forward = ForwardReader.Read(type),
            Hooks = [.. HookReader.Read(type, cancel)],
            Attributes = AttributesOf(type, cancel),
            Constructor = default,
            Components = components,
            VisibleLayers = LayerNames.Read(type, components, cancel),
            ParameterMethods = [.. ParameterMethodReader.Read(type)],
            Loss = LossReader.Read(type),
            TakenNames = [.. TakenNames.In(type)],
            Ejected = EjectedReader.Read(type),
        };
        if (ConstructorReader.Choose(type) is not { } constructor)
        {
            return spec;
        }
        var settings = FeatureCatalog.PlanOf(spec).Settings.Select(static setting => setting.Name).ToArray();
        return spec with { Constructor = [.. ConstructorReader.Read(constructor, settings, cancel)] };
    }

    /// <summary>The training attributes in the catalog's order, several of one kind by their text.</summary>
    public static EquatableArray<AttributeUse> AttributesOf(INamedTypeSymbol type, CancellationToken cancel) =>
    [
        .. type.GetAttributes()
            .Where(static data => FeatureCatalog.PositionOf(AttributeReader.NameOf(data)) is not null)
            .Select(data => AttributeReader.Read(data, cancel))
            .GroupBy(static use => (use.TypeName, FeatureCatalog.AllowsMany(use.TypeName) ? use.Written : ""))
            .Select(static uses => uses.First())
            .OrderBy(static use => FeatureCatalog.PositionOf(use.TypeName))
            .ThenBy(static use => use.Written, StringComparer.Ordinal),
    ];

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
