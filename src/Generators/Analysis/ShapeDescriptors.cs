using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>The diagnostics of what a model gives, and of its hooks.</summary>
internal static class ShapeDescriptors
{
    private const string Category = "TrainSdk";

    private static readonly DiagnosticDescriptor OutputNeedsLoss = new(
        DiagnosticIds.OutputNeedsLoss, "An output that is no tensor needs a loss of its own",
        "{0} gives {1}, which no objective knows; write 'private static Tensor Loss({1} output, Tensor target)', a mean over samples",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.OutputNeedsLoss);

    private static readonly DiagnosticDescriptor MetricNeedsScores = new(
        DiagnosticIds.MetricNeedsScores, "A metric needs a tensor to read",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.MetricNeedsScores);

    private static readonly DiagnosticDescriptor WrongScores = new(
        DiagnosticIds.WrongScores, "Scores has another signature",
        "{0}.Scores cannot be read by metrics and predictions; write 'Tensor Scores({1} output)', or another name",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.WrongScores);

    private static readonly DiagnosticDescriptor WrongHook = new(
        DiagnosticIds.WrongHook, "A hook has another signature",
        "{0} has a member with the name of a hook that would never be called; write '{1}', or another name",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.WrongHook);

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [OutputNeedsLoss, MetricNeedsScores, WrongScores, WrongHook];
}
