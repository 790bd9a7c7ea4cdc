using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>The diagnostics of ejected loops.</summary>
internal static class EjectDescriptors
{
    public static readonly DiagnosticDescriptor ByOther = Descriptor.Warning(
        DiagnosticIds.EjectedByOther, "An ejected loop is of another version",
        "The loop of {0} was ejected by TrainSdk {1}; {2}");

    public static readonly DiagnosticDescriptor Without = Descriptor.Warning(
        DiagnosticIds.EjectedWithout, "An ejected loop no longer follows its class",
        "{0}");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [ByOther, Without];
}
