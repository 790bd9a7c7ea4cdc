using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis;

/// <summary>Whether settings can call a constructor of the class, and whether its parameters' names are free.</summary>
internal static class ConstructorCheck
{
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, LoopPlan plan)
    {
        if (ConstructorReader.Choose(type) is { } constructor)
        {
            return Collisions(constructor, plan);
        }
        return type.IsStatic || type.IsRecord || type.IsAbstract ? [] : [NoConstructor(type)];
    }

    private static Diagnostic NoConstructor(INamedTypeSymbol type)
    {
        var hindrance = type.InstanceConstructors
            .SelectMany(static constructor => constructor.Parameters)
            .First(static parameter => ParameterReader.Read(parameter, "") is null);
        var reason = hindrance.HasExplicitDefaultValue
            ? $"parameter '{hindrance.Name}' is {hindrance.Type.ToDisplayString()} with a default that no setting can hold"
            : $"parameter '{hindrance.Name}' has no default value";
        return Diagnostic.Create(
            Descriptors.Of(DiagnosticIds.NoConstructor), hindrance.Locations.FirstOrDefault() ?? type.Locations[0], type.Name, reason);
    }

    private static IEnumerable<Diagnostic> Collisions(IMethodSymbol constructor, LoopPlan plan)
    {
        var taken = new HashSet<string>(
            plan.Settings.Select(static setting => setting.Name), StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in constructor.Parameters)
        {
            var name = ConstructorReader.PropertyOf(parameter);
            if (!ConstructorReader.IsFree(name) || !taken.Add(name))
            {
                yield return Diagnostic.Create(
                    Descriptors.Of(DiagnosticIds.ParameterCollides), parameter.Locations.FirstOrDefault(), parameter.Name, name);
            }
        }
    }
}
