using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Layers in a list, an array, a dictionary or a tuple, which TorchSharp does not look into.</summary>
internal sealed class ModulesInCollectionRule : ModuleRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.ModulesInCollection, "Layers in a collection are not registered",
        "{0} is a {1}, which RegisterComponents does not look into: its {2} are neither trained, moved nor saved; {3}");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(ModuleReview module) => module.Type.GetMembers().OfType<IFieldSymbol>()
        .Where(static field => !field.IsStatic)
        .Select(field => (Field: field, Item: ItemOf(field.Type, module.Torch)))
        .Where(held => held.Item is not null && !module.RegistersByHand && FreshLayers.AreIn(held.Field, module))
        .Select(held => Report(held.Field, held.Item!, module));

    private Diagnostic Report(IFieldSymbol field, ITypeSymbol item, ModuleReview module)
    {
        var member = field.AssociatedSymbol ?? field;
        var kind = field.Type switch
        {
            IArrayTypeSymbol => "array",
            { IsTupleType: true } => "tuple",
            var type => type.Name,
        };
        var isModule = module.Torch.IsModule(item);
        var isKeyed = field.Type.Name.Contains("Dictionary");
        var cure = (isModule, isKeyed, field.Type.IsTupleType) switch
        {
            (_, _, true) => "give each a field of its own",
            (true, false, _) => "write ModuleList<…>",
            (true, true, _) => "write ModuleDict<…>",
            (false, false, _) => "write ParameterList",
            (false, true, _) => "write ParameterDict",
        };
        return Diagnostic.Create(
            Trap, member.Locations.FirstOrDefault(), member.Name, kind, isModule ? "layers" : "parameters", cure);
    }

    private static ITypeSymbol? ItemOf(ITypeSymbol type, TorchSymbols torch) => type switch
    {
        IArrayTypeSymbol array => torch.IsTrained(array.ElementType) ? array.ElementType : ItemOf(array.ElementType, torch),
        INamedTypeSymbol { IsGenericType: true } named when !torch.IsModule(named) && IsCollection(named) =>
            named.TypeArguments.FirstOrDefault(torch.IsTrained)
            ?? named.TypeArguments.Select(argument => ItemOf(argument, torch)).FirstOrDefault(static item => item is not null),
        _ => null,
    };

    private static bool IsCollection(INamedTypeSymbol type) => type.IsTupleType
        || type.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || type.AllInterfaces.Any(static face => face.SpecialType == SpecialType.System_Collections_IEnumerable);
}
