using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Finds a class's own loss: <c>Tensor Loss(Tensor output, Tensor target)</c> or <c>(Tensor Sum, Tensor Weight) Loss(…)</c>.
/// </summary>
internal static class LossReader
{
    private const string Name = "Loss";

    public static OwnLoss Read(INamedTypeSymbol type) => Find(type) is { } method && FormOf(method) is var form and not LossForm.None
        ? new OwnLoss(form, method.IsStatic)
        : OwnLoss.None;

    /// <summary>The method named Loss that is meant: one of the right signature, else any; null where there is none.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        var methods = TorchNames.SelfAndBases(type)
            .SelectMany(declaring => declaring.GetMembers(Name).OfType<IMethodSymbol>()
                .Where(method => SymbolEqualityComparer.Default.Equals(declaring, type)
                    || method.DeclaredAccessibility != Accessibility.Private))
            .ToArray();
        return methods.FirstOrDefault(static method => FormOf(method) != LossForm.None) ?? methods.FirstOrDefault();
    }

    /// <summary>What the method returns; none where its signature is another.</summary>
    public static LossForm FormOf(IMethodSymbol method)
    {
        var takesTwoTensors = method is { Parameters.Length: 2, IsGenericMethod: false }
            && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None && TorchNames.IsTensor(parameter.Type));
        if (!takesTwoTensors)
        {
            return LossForm.None;
        }
        if (TorchNames.IsTensor(method.ReturnType))
        {
            return LossForm.Mean;
        }
        return method.ReturnType is INamedTypeSymbol { IsTupleType: true, TupleElements.Length: 2 } pair
            && pair.TupleElements.All(static element => TorchNames.IsTensor(element.Type))
            ? LossForm.SumAndWeight
            : LossForm.None;
    }
}
