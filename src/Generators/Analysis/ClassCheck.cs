using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis;

/// <summary>Whether a loop can be written for the class at all.</summary>
internal static class ClassCheck
{
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, CancellationToken cancel) =>
        ClassShape.Refusals(type, cancel).SelectMany(refusal => Of(refusal, type, cancel));

    private static IEnumerable<Diagnostic> Of(Refusal refusal, INamedTypeSymbol type, CancellationToken cancel) => refusal switch
    {
        Refusal.NotPartial => [On(type, DiagnosticIds.NotPartial, type.Name)],
        Refusal.NotAModule => [On(type, DiagnosticIds.NotAModule, type.Name)],
        Refusal.Nested => [On(type, DiagnosticIds.Nested, type.Name, Closed(type, cancel).Name)],
        Refusal.Generic => [On(type, DiagnosticIds.Generic, type.Name)],
        Refusal.NotOrdinary => [On(type, DiagnosticIds.NotOrdinary, type.Name)],
        Refusal.WrongLoss => [On(LossReader.Find(type)!, DiagnosticIds.WrongLoss, type.Name, OutputText(type))],
        Refusal.OutputNeedsLoss => [On(type, DiagnosticIds.OutputNeedsLoss, type.Name, OutputText(type))],
        Refusal.WrongScores => [On(ForwardReader.WrongScores(type)!, DiagnosticIds.WrongScores, type.Name, OutputText(type))],
        Refusal.WrongHook => HookReader.Wrong(type, cancel)
            .Select(member => On(member, DiagnosticIds.WrongHook, type.Name, Hook(member, type))),
        Refusal.TakenMember => ClassShape.TakenMembers(type)
            .Select(member => On(member, DiagnosticIds.MemberCollides, type.Name, member.Name)),
        // ConstructorCheck says it better
        _ => [],
    };

    private static INamedTypeSymbol Closed(INamedTypeSymbol type, CancellationToken cancel) =>
        ContainerReader.Outer(type).First(outer => !ContainerReader.CanBeContinued(outer, cancel));

    private static string OutputText(INamedTypeSymbol type) =>
        ForwardReader.OutputOf(type) is { } output
            ? output.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat).Replace("torch.Tensor", "Tensor")
            : "Tensor";

    private static string Hook(ISymbol member, INamedTypeSymbol type) =>
        Hooks.Find(member.Name)?.SignatureIn(type.Name) ?? member.Name;

    private static Diagnostic On(ISymbol symbol, string id, params object[] values) =>
        Diagnostic.Create(Descriptors.Of(id), symbol.Locations.FirstOrDefault(), values);
}
