using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Finds what TorchSharp's own registration would find by reflection: the instance fields of the class and of its bases that can hold a
/// module, a parameter or a tensor, under the field's name or that of <c>[ComponentName]</c>. An auto-property of a module goes by its own
/// name.
/// </summary>
internal static class ComponentReader
{
    private const string RegisterComponents = "RegisterComponents";

    /// <summary>
    /// The components in TorchSharp's order; null where they are left to another method: the class or a base of it writes its own, or a
    /// base has fields that generated code cannot read.
    /// </summary>
    public static EquatableArray<Component>? Read(INamedTypeSymbol type)
    {
        var own = TorchNames.SelfAndBases(type).TakeWhile(static declaring => !TorchNames.IsModuleOfTensors(declaring)).ToArray();
        if (own.Any(WritesTheMethod))
        {
            return null;
        }
        // the compiler does not show private fields of other assemblies
        if (own.Any(declaring => !SymbolEqualityComparer.Default.Equals(declaring.ContainingAssembly, type.ContainingAssembly)))
        {
            return null;
        }
        var fields = own.SelectMany(Fields).ToArray();
        return fields.All(field => IsAccessible(field, type))
            ? [.. fields.Select(Of).OfType<Component>().GroupBy(static component => component.Name).Select(static same => same.First())]
            : null;
    }

    private static bool WritesTheMethod(INamedTypeSymbol type) =>
        type.GetMembers(RegisterComponents).OfType<IMethodSymbol>()
            .Any(static method => method.Parameters.IsEmpty && Written.ByHand(method));

    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && CanHoldComponent(field.Type));

    private static Component? Of(IFieldSymbol field)
    {
        if (field.AssociatedSymbol is not IPropertySymbol property)
        {
            return field.CanBeReferencedByName ? new Component(NameOf(field) ?? field.Name, Identifier.Escape(field.Name)) : null;
        }
        // Moving a model makes new tensors, and TorchSharp registers those under the backing field's name: two names would be two tensors.
        var name = NameOf(field) ?? (HoldsTensor(field.Type) ? field.Name : property.Name);
        return property.ExplicitInterfaceImplementations.IsEmpty && property.GetMethod is not null
            ? new Component(name, Identifier.Escape(property.Name))
            : null;
    }

    private static string? NameOf(IFieldSymbol field) => field.GetAttributes()
        .Where(static attribute => TorchNames.IsComponentName(attribute.AttributeClass))
        .SelectMany(static attribute =>
            attribute.NamedArguments.Select(static argument => argument.Value).Concat(attribute.ConstructorArguments))
        .Select(static value => value.Kind == TypedConstantKind.Primitive ? value.Value as string : null)
        .FirstOrDefault(static name => name is { Length: > 0 });

    private static bool CanHoldComponent(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object
        || (type.TypeKind == TypeKind.Interface
            && type.ContainingNamespace is { } space && !TorchNames.NameOf(space).StartsWith("System", StringComparison.Ordinal))
        || HoldsTensor(type)
        || (type is INamedTypeSymbol named && TorchNames.SelfAndBases(named).Any(TorchNames.IsModule));

    private static bool HoldsTensor(ITypeSymbol type) =>
        type is INamedTypeSymbol named && TorchNames.SelfAndBases(named).Any(TorchNames.IsTensor);

    private static bool IsAccessible(IFieldSymbol field, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(field.ContainingType, type)
        || (field.AssociatedSymbol ?? field).DeclaredAccessibility != Accessibility.Private;
}
