using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>Reads what a model takes and gives from its base class, <c>Module&lt;Tensor, …, TResult&gt;</c>.</summary>
internal static class ForwardReader
{
    private const string ScoresName = "Scores";

    public static Forward Read(INamedTypeSymbol type)
    {
        if (BaseOf(type) is not { } module || OutputOf(type) is not { } output)
        {
            return Forward.Plain;
        }
        var isTensor = TorchNames.IsTensor(output);
        return new Forward(
            module.TypeArguments.Length - 1,
            isTensor ? "" : NameInCode(output),
            isTensor || FindScores(type) is not { } scores || !IsScores(scores, output) ? "" : scores.IsStatic ? "Scores" : "model.Scores");
    }

    /// <summary>The base that says what goes in and out, all of whose inputs are tensors; null where there is none.</summary>
    public static INamedTypeSymbol? BaseOf(INamedTypeSymbol type) =>
        TorchNames.SelfAndBases(type.BaseType).FirstOrDefault(TorchNames.IsModuleOfTensors);

    /// <summary>The type of the model's output; null for a class that is no model.</summary>
    public static ITypeSymbol? OutputOf(INamedTypeSymbol type) => BaseOf(type)?.TypeArguments.Last();

    /// <summary>A method named Scores that cannot be called with the model's output, of a model whose output is no tensor.</summary>
    public static IMethodSymbol? WrongScores(INamedTypeSymbol type) =>
        OutputOf(type) is { } output && !TorchNames.IsTensor(output) && FindScores(type) is { } scores && !IsScores(scores, output)
            ? scores
            : null;

    private static string NameInCode(ITypeSymbol output) =>
        output.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("global::TorchSharp.torch.Tensor", "Tensor");

    private static IMethodSymbol? FindScores(INamedTypeSymbol type) =>
        TorchNames.MethodsNamed(type, ScoresName).OrderByDescending(method => IsScores(method, OutputOf(type))).FirstOrDefault();

    private static bool IsScores(IMethodSymbol method, ITypeSymbol? output) =>
        method is { Parameters.Length: 1, IsGenericMethod: false }
        && method.Parameters[0].RefKind == RefKind.None
        && TorchNames.IsSame(method.Parameters[0].Type, output)
        && TorchNames.IsTensor(method.ReturnType);
}
