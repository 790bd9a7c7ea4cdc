using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Reads a class anew only where it can have become another: the compiler asks for every model of the project after every keystroke in any
/// file. What was read holds while the files of the class are the same and all others declare the same.
/// </summary>
internal static class KnownModels
{
    private static readonly ConditionalWeakTable<SyntaxNode, Slot> Slots = new();

    /// <summary>The model; null where the class gets no loop.</summary>
    public static TrainerSpec? Parse(GeneratorAttributeSyntaxContext found, CancellationToken cancel)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        var declarations = DeclarationsStamp.Of(found.SemanticModel.Compilation, cancel);
        var files = type.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).ToArray();
        var slot = Slots.GetOrCreateValue(found.TargetNode);
        if (slot.Last is not { } last || last.Declarations != declarations || !last.Files.SequenceEqual(files))
        {
            last = new Reading(declarations, files, TrainerParser.Parse(type, cancel));
            slot.Last = last;
        }
        return last.Spec;
    }

    private sealed class Slot
    {
        public Reading? Last { get; set; }
    }

    private sealed record Reading(string Declarations, SyntaxTree[] Files, TrainerSpec? Spec);
}
