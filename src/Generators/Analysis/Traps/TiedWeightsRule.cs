using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Two layers that share a weight, which moving the model takes apart.</summary>
internal sealed class TiedWeightsRule : ModuleRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.TiedWeights, "Tied weights come apart",
        "{0} and {1} are tied here, but to() throws or makes two weights of one, and of an embedding TorchSharp lists two parameters, "
        + "which an optimizer steps twice; keep one layer and compute with its weight in forward: functional.linear(x, {1})");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(ModuleReview module) => module.IsMovedByTrainSdk
        ? []
        : module.Constructors.SelectMany(static constructor => constructor.Direct)
            .OfType<ISimpleAssignmentOperation>()
            .Where(set => IsWeight(set.Target, module.Torch) && IsWeight(Operations.Unwrapped(set.Value), module.Torch))
            .Select(static set => Diagnostic.Create(
                Trap, set.Syntax.GetLocation(), set.Target.Syntax, Operations.Unwrapped(set.Value)!.Syntax.ToString().TrimEnd('!')));

    private static bool IsWeight(IOperation? operation, TorchSymbols torch) => operation is IPropertyReferenceOperation property
        && torch.Declares(property.Property) && torch.IsParameter(property.Type) && torch.IsModule(property.Instance?.Type);
}
