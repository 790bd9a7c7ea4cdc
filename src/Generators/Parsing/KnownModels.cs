using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Reads a class anew only where it can have become another: the compiler asks for every model of the project after every keystroke in any
/// file. What was read holds while the files of the class are the same and all that it can depend on declares the same.
/// </summary>
internal static class KnownModels
{
    private static readonly ConditionalWeakTable<SyntaxNode, Slot> Slots = new();

    /// <summary>The model; null where the class gets no loop.</summary>
    public static TrainerSpec? Parse(GeneratorAttributeSyntaxContext found, CancellationToken cancel)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        var around = Surroundings.Of(found.SemanticModel.Compilation, cancel);
        var files = type.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).ToArray();
        var slot = Slots.GetOrCreateValue(found.TargetNode);
        if (slot.Last is { } last && last.Files.SequenceEqual(files))
        {
            if (last.Around.Stamp == around.Stamp)
            {
                return last.Spec;
            }
            if (!around.Since(last.Around).ConcernsAnyOf(last.Names))
            {
                slot.Last = last with { Around = around };
                return last.Spec;
            }
        }
        slot.Last = new Reading(files, around, around.NamesSeenFrom(files, cancel), TrainerParser.Parse(type, cancel));
        return slot.Last.Spec;
    }

    private sealed class Slot
    {
        public Reading? Last { get; set; }
    }

    /// <summary>A class as it was read.</summary>
    /// <param name="Files">The files of the class.</param>
    /// <param name="Around">What stood around it.</param>
    /// <param name="Names">The names by which it can depend on that.</param>
    /// <param name="Spec">What was read.</param>
    private sealed record Reading(SyntaxTree[] Files, Surroundings Around, HashSet<string> Names, TrainerSpec? Spec);
}
