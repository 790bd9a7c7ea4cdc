using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>All traps.</summary>
internal static class TrapRules
{
    /// <summary>Those of module classes.</summary>
    public static IReadOnlyList<ModuleRule> OfModules { get; } =
    [
        new ForgottenRegistrationRule(),
        new EarlyRegistrationRule(),
        new ModulesInCollectionRule(),
        new AutoPropertyKeyRule(),
        new HiddenMemberRule(),
        new TiedWeightsRule(),
        new UnsavedBufferRule(),
        new ReadInForwardRule(),
    ];

    /// <summary>Those of code anywhere.</summary>
    public static IReadOnlyList<TrapRule> OfCode { get; } =
    [
        new KeptTensorRule(),
        new LoopWithoutScopeRule(),
        new OptimizerBeforeMoveRule(),
        new AliasedStateRule(),
        new EqualAsBooleanRule(),
        new AwaitInScopeRule(),
        new ForwardCalledRule(),
    ];

    /// <summary>What they report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. OfModules.Select(static rule => rule.Descriptor),
        .. OfCode.Select(static rule => rule.Descriptor),
    ];
}
