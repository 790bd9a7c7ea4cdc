using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>The diagnostics of what a model gives, and of its hooks.</summary>
internal static class ShapeDescriptors
{
    private static readonly DiagnosticDescriptor OutputNeedsLoss = Descriptor.Error(
        DiagnosticIds.OutputNeedsLoss, "An output that is no tensor needs a loss of its own",
        "{0} gives {1}, which no objective knows; write 'private static Tensor Loss({1} output, Tensor target)', a mean over samples");

    private static readonly DiagnosticDescriptor MetricNeedsScores = Descriptor.Error(
        DiagnosticIds.MetricNeedsScores, "A metric needs a tensor to read",
        "{0}");

    private static readonly DiagnosticDescriptor WrongScores = Descriptor.Error(
        DiagnosticIds.WrongScores, "Scores has another signature",
        "{0}.Scores cannot be read by metrics and predictions; write 'Tensor Scores({1} output)', or another name");

    private static readonly DiagnosticDescriptor WrongHook = Descriptor.Error(
        DiagnosticIds.WrongHook, "A hook has another signature",
        "{0} has a member with the name of a hook that would never be called; write '{1}', or another name");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [OutputNeedsLoss, MetricNeedsScores, WrongScores, WrongHook];
}
