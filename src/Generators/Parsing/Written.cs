using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Parsing;

/// <summary>Tells the user's source from what a generator wrote: analyzers and fixes see ours beside the class.</summary>
internal static class Written
{
    public static bool ByHand(SyntaxTree tree) => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    public static bool ByHand(SyntaxReference reference) => ByHand(reference.SyntaxTree);

    /// <summary>Whether a part of it is.</summary>
    public static bool ByHand(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(ByHand);
}
