using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>A buffer that is not saved, and therefore stays behind when the model is moved.</summary>
internal sealed class UnsavedBufferRule : ModuleRule
{
    private static readonly string[] Moves = ["to", "cuda", "type_as"];

    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.UnsavedBuffer, "A buffer that is not saved is not moved",
        "TorchSharp's to() leaves buffers behind that are registered with persistent: false, so {0} stays on the CPU and in its type; "
        + "leave the argument out, or move it in forward: {0}.to(input.device)");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(ModuleReview module)
    {
        if (module.IsMovedByTrainSdk)
        {
            return [];
        }
        var calls = module.Bodies.SelectMany(static body => body.All).OfType<IInvocationOperation>().ToArray();
        return calls.Any(call => MovesTensor(call, module.Torch)) || module.Type.GetMembers("_to").Length > 0
            ? []
            : calls.Where(call => IsUnsaved(call, module.Torch)).Select(static call => Diagnostic.Create(
                Trap, call.Syntax.GetLocation(), NameOf(call)));
    }

    // whoever moves tensors by hand may move this one
    private static bool MovesTensor(IInvocationOperation call, TorchSymbols torch) =>
        Moves.Any(name => torch.IsTensorCall(call, name)) || call.TargetMethod.Name is "_to" or "_toEpilog";

    private static bool IsUnsaved(IInvocationOperation call, TorchSymbols torch) =>
        call.TargetMethod.Name == "register_buffer" && torch.IsModule(call.TargetMethod.ContainingType)
        && call.Arguments.Any(static argument =>
            argument is { Parameter.Name: "persistent", Value.ConstantValue: { HasValue: true, Value: false } });

    private static string NameOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value.ConstantValue.Value as string
        ?? "the buffer";
}
