using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Recognises what <c>using</c> keeps open around code.</summary>
internal static class Scopes
{
    private static readonly HashSet<string> WithoutGradients = ["no_grad", "inference_mode"];

    /// <summary>Whether a dispose scope is open where the operation runs.</summary>
    public static bool IsOpenAt(IOperation operation, TorchSymbols torch) => ResourcesAt(operation).Any(resources => resources switch
    {
        IVariableDeclarationGroupOperation group => group.Declarations.Any(declaration =>
            declaration.Declarators.Any(declarator => torch.IsDisposeScope(declarator.Symbol.Type))),
        _ => torch.IsDisposeScope(Operations.Unwrapped(resources)?.Type),
    });

    /// <summary>Whether no graph is built where the operation runs.</summary>
    public static bool AreGradientsOff(IOperation operation) => ResourcesAt(operation)
        .SelectMany(static resources => resources.DescendantsAndSelf()).OfType<IInvocationOperation>()
        .Any(static call => WithoutGradients.Contains(call.TargetMethod.Name));

    // what the using statements and declarations around it hold
    private static IEnumerable<IOperation> ResourcesAt(IOperation operation)
    {
        var inner = operation;
        foreach (var around in Operations.Around(operation))
        {
            switch (around)
            {
                case IUsingOperation used when !Operations.IsInside(operation, used.Resources):
                    yield return used.Resources;
                    break;
                case IBlockOperation block:
                    foreach (var used in block.Operations.TakeWhile(statement => statement != inner).OfType<IUsingDeclarationOperation>())
                    {
                        yield return used.DeclarationGroup;
                    }
                    break;
            }
            inner = around;
        }
    }
}
