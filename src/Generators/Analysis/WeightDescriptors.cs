using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>The diagnostics of averaged weights, and of layers that are picked by name.</summary>
internal static class WeightDescriptors
{
    private static readonly DiagnosticDescriptor TwoAverages = Descriptor.Error(
        DiagnosticIds.TwoAverages, "A model has one average of its weights",
        "{0} are two averages of the same weights; keep one of them");

    private static readonly DiagnosticDescriptor SwaStart = Descriptor.Error(
        DiagnosticIds.SwaStart, "Averaging has one start",
        "[Swa] has {0}; "
        + "give one of epochs, Steps and Fraction: [Swa(20, Lr = 0.05)], [Swa(Steps = 500, Lr = 0.05)] or "
        + "[Swa(Fraction = 0.75, Lr = 0.05)]");

    private static readonly DiagnosticDescriptor SameLayers = Descriptor.Error(
        DiagnosticIds.SameLayers, "Layers are picked once",
        "{0} are about the same layers, and their settings would have the same name; keep one of them");

    private static readonly DiagnosticDescriptor NoSuchLayer = Descriptor.Error(
        DiagnosticIds.NoSuchLayer, "A layer must be there",
        "{0}");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [TwoAverages, SwaStart, SameLayers, NoSuchLayer];
}
