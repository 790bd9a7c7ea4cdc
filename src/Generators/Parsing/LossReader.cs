using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Finds a class's own loss: <c>Tensor Loss(Tensor output, Tensor target)</c> or <c>(Tensor Sum, Tensor Weight) Loss(…)</c>, where the
/// output is of the type that the model gives.
/// </summary>
internal static class LossReader
{
    private const string Name = "Loss";

    public static OwnLoss Read(INamedTypeSymbol type) => Find(type) is { } method && FormOf(method, type) is var form and not LossForm.None
        ? new OwnLoss(form, method.IsStatic)
        : OwnLoss.None;

    /// <summary>The method named Loss that is meant: one of the right signature, else any; null where there is none.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        var methods = TorchNames.MethodsNamed(type, Name).ToArray();
        return methods.FirstOrDefault(method => FormOf(method, type) != LossForm.None) ?? methods.FirstOrDefault();
    }

    /// <summary>What the method returns; none where it cannot be called with the model's output and a target.</summary>
    public static LossForm FormOf(IMethodSymbol method, INamedTypeSymbol model)
    {
        var takesOutputAndTarget = method is { Parameters.Length: 2, IsGenericMethod: false }
            && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
            && TakesOutput(method.Parameters[0].Type, model)
            && TorchNames.IsTensor(method.Parameters[1].Type);
        if (!takesOutputAndTarget)
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

    private static bool TakesOutput(ITypeSymbol parameter, INamedTypeSymbol model) =>
        ForwardReader.OutputOf(model) is { } output ? TorchNames.IsSame(parameter, output) : TorchNames.IsTensor(parameter);
}
