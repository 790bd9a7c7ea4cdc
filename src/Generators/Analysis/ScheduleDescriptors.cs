using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>The diagnostics of the learning rate.</summary>
internal static class ScheduleDescriptors
{
    private static readonly DiagnosticDescriptor TwoSchedules = Descriptor.Error(
        DiagnosticIds.TwoSchedules, "A model has one schedule",
        "{0} are two schedules of the learning rate; keep one of them");

    private static readonly DiagnosticDescriptor ScheduleLength = Descriptor.Error(
        DiagnosticIds.ScheduleLength, "A schedule has one length",
        "{0}");

    private static readonly DiagnosticDescriptor OneCycleAlone = Descriptor.Error(
        DiagnosticIds.OneCycleAlone, "A one-cycle policy moves the rate alone",
        "{0}");

    private static readonly DiagnosticDescriptor PlateauTooLate = Descriptor.Error(
        DiagnosticIds.PlateauTooLate, "The rate must fall before the run ends early",
        "{0}");

    private static readonly DiagnosticDescriptor BeyondRun = Descriptor.Error(
        DiagnosticIds.BeyondRun, "A point of the schedule lies beyond the run",
        "{0}");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [TwoSchedules, ScheduleLength, OneCycleAlone, PlateauTooLate, BeyondRun];
}
