using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Files;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis;

/// <summary>
/// Says what an ejected loop no longer follows: the version of TrainSdk, and the attributes, hooks and loss of its class.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EjectedLoopAnalyzer : DiagnosticAnalyzer
{
    private const string EjectAgain = "or delete the file and eject again";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => EjectDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (EjectedReader.MarkOf(type)?.ApplicationSyntaxReference is not { } mark || !Written.ByHand(mark))
        {
            return;
        }
        var spec = TrainerParser.Review(type, context.CancellationToken);
        var place = mark.GetSyntax(context.CancellationToken).GetLocation();
        foreach (var diagnostic in Versions(spec, place).Concat(Origins(type, spec, place, context.CancellationToken)))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static IEnumerable<Diagnostic> Versions(TrainerSpec spec, Location place)
    {
        var version = spec.Ejected!.Version;
        if (LoopHistory.Against(version, LoopVersion.Current, LoopHistory.Changes) is { } detail)
        {
            yield return Diagnostic.Create(EjectDescriptors.ByOther, place, spec.Name, version, detail);
        }
    }

    private static IEnumerable<Diagnostic> Origins(INamedTypeSymbol type, TrainerSpec spec, Location place, CancellationToken cancel)
    {
        var before = spec.Ejected!.From;
        if (before.Count == 0)
        {
            return [];
        }
        var now = LoopOrigin.Of(spec);
        var gained = now.Except(before).Select(origin => Diagnostic.Create(
            EjectDescriptors.Without, PlaceOf(origin, type, spec, cancel) ?? place,
            $"{origin} does nothing: the loop of {spec.Name} was ejected without it; "
            + $"write it into the loop and \"{origin}\" into its [TrainingLoop], {EjectAgain}"));
        var lost = before.Except(now).Select(origin => Diagnostic.Create(
            EjectDescriptors.Without, place,
            $"The loop of {spec.Name} was ejected with {origin}, which the class no longer has; "
            + $"take it out of the loop and of its [TrainingLoop], {EjectAgain}"));
        return gained.Concat(lost);
    }

    private static Location? PlaceOf(string origin, INamedTypeSymbol type, TrainerSpec spec, CancellationToken cancel)
    {
        var plan = FeatureCatalog.PlanOf(spec);
        var attribute = type.GetAttributes()
            .Where(static data => FeatureCatalog.PositionOf(AttributeReader.NameOf(data)) is not null)
            .FirstOrDefault(data => LoopOrigin.TextOf(AttributeReader.Read(data, cancel), plan) == origin);
        return attribute is not null
            ? AttributePlace.Of(attribute, [], cancel)
            : type.GetMembers(origin).SelectMany(LocationsOf).FirstOrDefault(IsWritten);
    }

    private static IEnumerable<Location> LocationsOf(ISymbol member) =>
        ((member as IMethodSymbol)?.PartialImplementationPart ?? member).Locations;

    private static bool IsWritten(Location location) => location.SourceTree is { } tree && Written.ByHand(tree);
}
