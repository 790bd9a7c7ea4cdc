using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>A layer that is set after the one look that TorchSharp takes.</summary>
internal sealed class EarlyRegistrationRule : ModuleRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.EarlyRegistration, "RegisterComponents comes too early",
        "{0} is set after {1} called RegisterComponents, which looks at the fields once and never again: {0} is neither trained, "
        + "moved nor saved; {2}");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(ModuleReview module)
    {
        if (module.IsRegisteredByTrainSdk)
        {
            return [];
        }
        var found = module.Chain.Skip(1).FirstOrDefault(type => RegistersInConstructor(type, module.Cancel)) is { } early
            ? module.Constructors.SelectMany(constructor => LayersSet(constructor, module)).Select(set => Diagnostic.Create(
                Trap, set.Syntax.GetLocation(), NameOf(set), $"the constructor of {early.Name}", "set it in the field's initialiser"))
            : module.Constructors.SelectMany(constructor => OwnConstructor(constructor, module));
        return found.Where(_ => !module.RegistersByHand);
    }

    private IEnumerable<Diagnostic> OwnConstructor(ModuleBody constructor, ModuleReview module)
    {
        var registration = constructor.Direct.FirstOrDefault(ModuleReview.IsRegistration);
        var late = registration is null
            ? null
            : LayersSet(constructor, module).FirstOrDefault(set => set.Syntax.SpanStart > registration.Syntax.SpanStart);
        return late is null
            ? []
            : [Diagnostic.Create(
                Trap, registration!.Syntax.GetLocation(), NameOf(late), "the constructor", "make the call its last statement")];
    }

    private static IEnumerable<ISimpleAssignmentOperation> LayersSet(ModuleBody constructor, ModuleReview module) =>
        constructor.Direct.OfType<ISimpleAssignmentOperation>().Where(set =>
            Operations.VariableOf(set.Target) is IFieldSymbol or IPropertySymbol
            && IsHeldInField(Operations.VariableOf(set.Target)!) && module.Torch.IsTrained(set.Target.Type));

    private static string NameOf(ISimpleAssignmentOperation set) => Operations.VariableOf(set.Target)!.Name;

    private static bool IsHeldInField(ISymbol member) => member is IFieldSymbol { IsStatic: false }
        || member.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(field => !field.IsStatic && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member));

    private static bool RegistersInConstructor(INamedTypeSymbol type, CancellationToken cancel)
    {
        var constructors = type.InstanceConstructors
            .SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancel)).OfType<ConstructorDeclarationSyntax>().ToArray();
        return constructors.Length > 0 && constructors.All(static constructor =>
            constructor.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Any(static call => call.Expression is SimpleNameSyntax { Identifier.ValueText: ModuleReview.RegisterComponents }));
    }
}
