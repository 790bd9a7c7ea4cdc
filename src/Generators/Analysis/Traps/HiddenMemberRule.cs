using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>A member with the name of one of a base class, where TorchSharp uses only one of the two.</summary>
internal sealed class HiddenMemberRule : ModuleRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.HiddenMember, "A hidden member is not TorchSharp's",
        "{0} has the name of a member of {1}, and TorchSharp uses one of the two: {2}");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(ModuleReview module) =>
        HidingFields(module).Concat(HidingMethods(module)).OrderBy(static found => found.Location.SourceSpan.Start);

    private IEnumerable<Diagnostic> HidingFields(ModuleReview module)
    {
        foreach (var field in module.Components.Where(static field => field.AssociatedSymbol is null))
        {
            var hidden = module.Chain.Skip(1).SelectMany(module.ComponentsOf).FirstOrDefault(other => other.Name == field.Name);
            if (hidden is not null && !module.RegistersByHand && !IsNamed(field) && !IsNamed(hidden))
            {
                yield return Diagnostic.Create(
                    Trap, field.Locations.FirstOrDefault(), field.Name, hidden.ContainingType.Name,
                    "weights are registered by name, so those of the base class are neither trained, moved nor saved; rename it");
            }
        }
    }

    private IEnumerable<Diagnostic> HidingMethods(ModuleReview module)
    {
        foreach (var method in module.Type.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method is { MethodKind: MethodKind.Ordinary, IsOverride: false, IsStatic: false }))
        {
            var hidden = TorchNames.SelfAndBases(module.Type.BaseType).Where(type => module.Torch.Declares(type))
                .SelectMany(type => type.GetMembers(method.Name).OfType<IMethodSymbol>())
                .FirstOrDefault(other => (other.IsVirtual || other.IsAbstract) && HasSameParameters(method, other));
            if (hidden is not null)
            {
                yield return Diagnostic.Create(
                    Trap, method.Locations.FirstOrDefault(), method.Name, "TorchSharp's " + hidden.ContainingType.Name,
                    "calls from TorchSharp and from the modules around go to its own; write 'override', or another name");
            }
        }
    }

    private static bool HasSameParameters(IMethodSymbol left, IMethodSymbol right) => left.Parameters.Length == right.Parameters.Length
        && left.Parameters.Zip(right.Parameters, static (one, other) => TorchNames.IsSame(one.Type, other.Type)).All(static same => same);

    private static bool IsNamed(IFieldSymbol field) =>
        field.GetAttributes().Any(static attribute => TorchNames.IsComponentName(attribute.AttributeClass));
}
