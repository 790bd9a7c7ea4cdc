using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Analysis;

/// <summary>Makes a descriptor. The help link follows from the id, the severity is that of its kind.</summary>
internal static class Descriptor
{
    /// <summary>What every help link starts with; the id follows.</summary>
    public const string HelpBase = "https://trainsdk.dev/diagnostics/";

    private const string Category = "TrainSdk";

    /// <summary>TRAIN1xxx: no loop can be right.</summary>
    public static DiagnosticDescriptor Error(string id, string title, string message) =>
        Of(id, title, message, DiagnosticSeverity.Error);

    /// <summary>TRAIN2xxx and TRAIN3xxx: it runs, and is likely not what is meant.</summary>
    public static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Of(id, title, message, DiagnosticSeverity.Warning);

    /// <summary>TRAIN2xxx and TRAIN3xxx: worth a thought.</summary>
    public static DiagnosticDescriptor Info(string id, string title, string message) =>
        Of(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Of(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpBase + id);
}
