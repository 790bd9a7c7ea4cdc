using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>A class with layers that nobody registers.</summary>
internal sealed class ForgottenRegistrationRule : ModuleRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.ForgottenRegistration, "RegisterComponents is forgotten",
        "{0} never calls RegisterComponents, so TorchSharp does not see {1}: parameters() leaves it out, and it is neither trained, "
        + "moved nor saved; write 'RegisterComponents();' as the last statement of the constructor");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(ModuleReview module)
    {
        var type = module.Type;
        if (type.IsAbstract || module.IsTrainSdks || !module.IsAllInSource || module.Components.FirstOrDefault() is not { } component
            || module.CallsRegisterComponents || module.RegistersByHand
            || module.Uses.MayBeRegisteredElsewhere(type))
        {
            yield break;
        }
        var constructor = type.InstanceConstructors.FirstOrDefault(static constructor => !constructor.IsImplicitlyDeclared);
        yield return Diagnostic.Create(
            Trap, (constructor ?? (ISymbol)type).Locations.FirstOrDefault(), type.Name, (component.AssociatedSymbol ?? component).Name);
    }
}
