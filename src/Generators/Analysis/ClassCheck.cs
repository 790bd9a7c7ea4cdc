using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis;

/// <summary>Whether a loop can be written for the class at all.</summary>
internal static class ClassCheck
{
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, CancellationToken cancel) =>
        ClassShape.Refusals(type, cancel).SelectMany(refusal => Of(refusal, type));

    private static IEnumerable<Diagnostic> Of(Refusal refusal, INamedTypeSymbol type) => refusal switch
    {
        Refusal.NotPartial => [OnClass(DiagnosticIds.NotPartial, type)],
        Refusal.NotAModule => [OnClass(DiagnosticIds.NotAModule, type)],
        Refusal.Nested => [OnClass(DiagnosticIds.Nested, type)],
        Refusal.Generic => [OnClass(DiagnosticIds.Generic, type)],
        Refusal.NotOrdinary => [OnClass(DiagnosticIds.NotOrdinary, type)],
        Refusal.WrongLoss => [On(LossReader.Find(type)!, DiagnosticIds.WrongLoss, type.Name)],
        Refusal.TakenMember => ClassShape.TakenMembers(type)
            .Select(member => On(member, DiagnosticIds.MemberCollides, type.Name, member.Name)),
        // ConstructorCheck says it better
        _ => [],
    };

    private static Diagnostic OnClass(string id, INamedTypeSymbol type) => On(type, id, type.Name);

    private static Diagnostic On(ISymbol symbol, string id, params object[] values) =>
        Diagnostic.Create(Descriptors.Of(id), symbol.Locations.FirstOrDefault(), values);
}
