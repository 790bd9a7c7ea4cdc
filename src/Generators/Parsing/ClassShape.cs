using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>Whether a loop can be written for a class.</summary>
internal static class ClassShape
{
    private static readonly string[] GeneratedMembers = ["Train", "Load", "RunCommandLine", "Hyperparameters", "Training"];

    /// <summary>Everything that stands in the way; empty for a class that gets a loop.</summary>
    public static IEnumerable<Refusal> Refusals(INamedTypeSymbol type, CancellationToken cancel)
    {
        if (!ContainerReader.IsPartial(type, cancel))
        {
            yield return Refusal.NotPartial;
        }
        if (ForwardReader.BaseOf(type) is null)
        {
            yield return Refusal.NotAModule;
        }
        if (!ContainerReader.Outer(type).All(outer => ContainerReader.CanBeContinued(outer, cancel)))
        {
            yield return Refusal.Nested;
        }
        if (type.TypeParameters.Length > 0)
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
        foreach (var refusal in OutputRefusals(type))
        {
            yield return refusal;
        }
        if (HookReader.Wrong(type, cancel).Any())
        {
            yield return Refusal.WrongHook;
        }
        if (TakenMembers(type).Any())
        {
            yield return Refusal.TakenMember;
        }
    }

    /// <summary>
    /// The class's own members that have the name of a generated one; methods of another kind may share a name with <c>Train</c> and
    /// <c>Load</c>, and what was ejected takes the place of what was generated.
    /// </summary>
    public static IEnumerable<ISymbol> TakenMembers(INamedTypeSymbol type) => GeneratedMembers
        .SelectMany(name => type.GetMembers(name))
        .Where(member => Written.ByHand(member) && !IsOverload(member) && !EjectedReader.Replaces(type, member.Name));

    private static bool IsOverload(ISymbol member) => member is IMethodSymbol { Name: "Train" or "Load" } method && method.Name switch
    {
        "Load" => !(method.Parameters.Length == 1 && method.Parameters[0].Type.SpecialType == SpecialType.System_String),
        _ => !method.Parameters.Any(static parameter => parameter.Type.Name == "DataSplits"),
    };

    private static IEnumerable<Refusal> OutputRefusals(INamedTypeSymbol type)
    {
        var output = ForwardReader.OutputOf(type);
        switch (LossReader.Find(type))
        {
            case { } loss when LossReader.FormOf(loss, type) == LossForm.None:
                yield return Refusal.WrongLoss;
                break;
            case null when output is not null && !TorchNames.IsTensor(output):
                yield return Refusal.OutputNeedsLoss;
                break;
        }
        if (ForwardReader.WrongScores(type) is not null)
        {
            yield return Refusal.WrongScores;
        }
    }
}
