using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>A layer in an auto-property, whose weights are named after the compiler's field.</summary>
internal sealed class AutoPropertyKeyRule : ModuleRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.AutoPropertyKey, "An auto-property gives weights a compiler's name",
        "TorchSharp names what {0} holds after the compiler's field, '{1}', a key that no other program will look for; "
        + "write '[field: ComponentName(Name = \"{2}\")]' on it, or make it a field");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(ModuleReview module) => module.Components
        .Where(field => field.AssociatedSymbol is IPropertySymbol
            && !module.RegistersByHand
            && !(module.IsRegisteredByTrainSdk && module.Torch.IsModule(field.Type))
            && !field.GetAttributes().Any(static attribute => TorchNames.IsComponentName(attribute.AttributeClass)))
        .Select(field => Diagnostic.Create(
            Trap, field.AssociatedSymbol!.Locations.FirstOrDefault(),
            field.AssociatedSymbol.Name, KeyOf(field, module), Lowered(field.AssociatedSymbol.Name)));

    private static string KeyOf(IFieldSymbol field, ModuleReview module) =>
        $"<{field.AssociatedSymbol!.Name}>k__BackingField" + (module.Torch.IsModule(field.Type) ? ".…" : "");

    private static string Lowered(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
