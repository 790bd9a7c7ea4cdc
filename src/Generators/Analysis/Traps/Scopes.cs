using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Recognises dispose scopes.</summary>
internal static class Scopes
{
    /// <summary>Whether what a <c>using</c> holds is a dispose scope.</summary>
    public static bool AreOpenedBy(IOperation resources, TorchSymbols torch) => resources switch
    {
        IVariableDeclarationGroupOperation group => group.Declarations.Any(declaration =>
            declaration.Declarators.Any(declarator => torch.IsDisposeScope(declarator.Symbol.Type))),
        _ => torch.IsDisposeScope(Operations.Unwrapped(resources)?.Type),
    };
}
