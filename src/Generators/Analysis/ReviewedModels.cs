using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis;

/// <summary>Reads a class once for all analyzers that ask what its attributes make of the loop.</summary>
internal static class ReviewedModels
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, LoopPlan> Plans = new();

    public static LoopPlan PlanOf(INamedTypeSymbol type, CancellationToken cancel)
    {
        if (Plans.TryGetValue(type, out var known))
        {
            return known;
        }
        var plan = FeatureCatalog.PlanOf(TrainerParser.Review(type, cancel));
        return Plans.GetValue(type, _ => plan);
    }
}
