using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Parsing;

/// <summary>Whether a loop can be written for a class.</summary>
internal static class ClassShape
{
    private static readonly string[] GeneratedMembers = ["Train", "Load", "RunCommandLine", "Hyperparameters", "Training"];

    /// <summary>Everything that stands in the way; empty for a class that gets a loop.</summary>
    public static IEnumerable<Refusal> Refusals(INamedTypeSymbol type, CancellationToken cancel)
    {
        if (!IsPartial(type, cancel))
        {
            yield return Refusal.NotPartial;
        }
        if (!TorchNames.SelfAndBases(type.BaseType).Any(TorchNames.IsTensorModule))
        {
            yield return Refusal.NotAModule;
        }
        if (type.ContainingType is not null)
        {
            yield return Refusal.Nested;
        }
        if (type.IsGenericType)
        {
            yield return Refusal.Generic;
        }
        if (type.IsAbstract || type.IsStatic || type.IsRecord || type.IsFileLocal)
        {
            yield return Refusal.NotOrdinary;
        }
        else if (ConstructorReader.Choose(type) is null)
        {
            yield return Refusal.NoConstructor;
        }
        if (LossReader.Find(type) is { } loss && LossReader.FormOf(loss) == Model.LossForm.None)
        {
            yield return Refusal.WrongLoss;
        }
        if (TakenMembers(type).Any())
        {
            yield return Refusal.TakenMember;
        }
    }

    /// <summary>
    /// The class's own members that have the name of a generated one; methods of another kind may share a name with <c>Train</c> and
    /// <c>Load</c>.
    /// </summary>
    public static IEnumerable<ISymbol> TakenMembers(INamedTypeSymbol type) => GeneratedMembers
        .SelectMany(name => type.GetMembers(name))
        .Where(static member => !IsOverload(member));

    private static bool IsOverload(ISymbol member) => member is IMethodSymbol { Name: "Train" or "Load" } method && method.Name switch
    {
        "Load" => !(method.Parameters.Length == 1 && method.Parameters[0].Type.SpecialType == SpecialType.System_String),
        _ => !method.Parameters.Any(static parameter => parameter.Type.Name == "DataSplits"),
    };

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancel) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancel))
        .OfType<TypeDeclarationSyntax>()
        .All(static declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
