using System.Collections.Immutable;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>What a diagnostic carries for the code fix.</summary>
internal static class Cures
{
    // Taking the attribute off is always an answer to these; a feature that knows a better one says it before.
    private static readonly string[] MendedByRemoval =
    [
        DiagnosticIds.SmoothingWithoutClasses, DiagnosticIds.EmptyGroup, DiagnosticIds.GroupsOverlap, DiagnosticIds.MixingWithoutClasses,
        DiagnosticIds.AugmentedTokens, DiagnosticIds.MetricTwice, DiagnosticIds.MetricOfClasses, DiagnosticIds.SameLayers,
        DiagnosticIds.NoSuchLayer, DiagnosticIds.MetricNeedsScores,
    ];

    // The default holds then; a feature or a rule that names other edits has arguments that cannot be left out.
    private static readonly string[] MendedWithoutArgument =
    [
        DiagnosticIds.OutOfRange, DiagnosticIds.WarmupLength, DiagnosticIds.SwaStart, DiagnosticIds.ScheduleLength,
        DiagnosticIds.MonitorNotMeasured, DiagnosticIds.LossArgumentUnused, DiagnosticIds.RollbackArgumentUnused,
        DiagnosticIds.SettingsContradict, DiagnosticIds.BeyondRun,
    ];

    /// <summary>The diagnostic's properties, with the cures of a complaint: its own first.</summary>
    public static ImmutableDictionary<string, string?> Of(Complaint complaint)
    {
        var removals = MendedWithoutArgument.Contains(complaint.Id) && complaint.Cures.Count == 0
            ? complaint.Arguments.Select(Cure.RemoveArgument)
            : MendedByRemoval.Contains(complaint.Id) ? [Cure.Remove()] : [];
        return Of([.. complaint.Cures, .. removals]);
    }

    /// <summary>The diagnostic's properties with some cures.</summary>
    public static ImmutableDictionary<string, string?> Of(params Cure[] cures) => cures.Length == 0
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(Cure.Property, Cure.ToText(cures));
}
