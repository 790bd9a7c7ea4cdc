using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Questions to loops.</summary>
internal static class Loops
{
    /// <summary>The innermost loop in which an operation runs again and again; null where there is none.</summary>
    public static ILoopOperation? Around(IOperation operation) => Operations.Around(operation).OfType<ILoopOperation>()
        .FirstOrDefault(loop => Operations.IsInside(operation, loop.Body));

    /// <summary>Whether a variable lives on from one round of the loop to the next.</summary>
    public static bool Outlives(ISymbol variable, ILoopOperation loop) => variable is not ILocalSymbol
        || variable.DeclaringSyntaxReferences.All(reference =>
            reference.SyntaxTree != loop.Syntax.SyntaxTree || !loop.Syntax.Span.Contains(reference.Span));
}
