using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>Reads a class into the values that its generated files depend on.</summary>
internal static class TrainerParser
{
    /// <summary>What a model's files depend on; null where the class gets no loop, for which the analyzer gives the reason.</summary>
    public static TrainerSpec? Parse(INamedTypeSymbol type, CancellationToken cancel) => ClassShape.Refusals(type, cancel).Any()
        ? null
        : Read(type, cancel) with { TakenNames = [.. TakenNames.In(type)] };

    /// <summary>What analyzers ask of a class, also of one that gets no loop.</summary>
    public static TrainerSpec Review(INamedTypeSymbol type, CancellationToken cancel)
    {
        var spec = Read(type, cancel);
        return FeatureCatalog.PicksLayers(spec) ? spec with { VisibleLayers = LayerNames.Read(type, spec.Components, cancel) } : spec;
    }

    private static TrainerSpec Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        var spec = new TrainerSpec
        {
            Namespace = NamespaceOf(type),
            Name = type.Name,
            Containers = [.. ContainerReader.Read(type)],
            Forward = ForwardReader.Read(type),
            Hooks = [.. HookReader.Read(type, cancel)],
            Attributes = AttributesOf(type, cancel),
            Constructor = default,
            Components = ComponentReader.Read(type),
            ParameterMethods = [.. ParameterMethodReader.Read(type)],
            Loss = LossReader.Read(type),
            Ejected = EjectedReader.Read(type),
            HidesMembers = TorchNames.SelfAndBases(type.BaseType)
                .Any(static around => AttributeReader.MarkerOf(around.GetAttributes()) is not null),
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
