using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>The diagnostics of the learning rate.</summary>
internal static class ScheduleDescriptors
{
    private const string Category = "TrainSdk";

    private static readonly DiagnosticDescriptor TwoSchedules = new(
        DiagnosticIds.TwoSchedules, "A model has one schedule",
        "{0} are two schedules of the learning rate; keep one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.TwoSchedules);

    private static readonly DiagnosticDescriptor ScheduleLength = new(
        DiagnosticIds.ScheduleLength, "A schedule has one length",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.ScheduleLength);

    private static readonly DiagnosticDescriptor OneCycleAlone = new(
        DiagnosticIds.OneCycleAlone, "A one-cycle policy moves the rate alone",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.OneCycleAlone);

    private static readonly DiagnosticDescriptor PlateauTooLate = new(
        DiagnosticIds.PlateauTooLate, "The rate must fall before the run ends early",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.PlateauTooLate);

    private static readonly DiagnosticDescriptor BeyondRun = new(
        DiagnosticIds.BeyondRun, "A point of the schedule lies beyond the run",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Descriptors.HelpBase + DiagnosticIds.BeyondRun);

    private static readonly DiagnosticDescriptor LinearScalingOfAdaptive = new(
        DiagnosticIds.LinearScalingOfAdaptive, "Linear scaling of the rate was found for SGD",
        "[ScaleLr] scales the rate in proportion to the batch, which was found for SGD; with an adaptive optimizer consider "
        + "Rule = ScaleRule.SquareRoot",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + DiagnosticIds.LinearScalingOfAdaptive);

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [TwoSchedules, ScheduleLength, OneCycleAlone, PlateauTooLate, BeyondRun, LinearScalingOfAdaptive];
}
