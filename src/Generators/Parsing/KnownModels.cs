using System.Collections.Immutable;
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
        var slot = Slots.GetOrCreateValue(found.TargetNode);
        if (slot.Last is { } last && last.IsOf(type.DeclaringSyntaxReferences))
        {
            if (last.Around.Stamp == around.Stamp)
            {
                return last.Spec;
            }
            if (!around.Since(last.Around).ConcernsAnyOf(last.Names.Value))
            {
                slot.Last = last with { Around = around };
                return last.Spec;
            }
        }
        var files = type.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).ToArray();
        var names = new Lazy<HashSet<string>>(() => around.NamesSeenFrom(files));
        slot.Last = new Reading(files, around, names, TrainerParser.Parse(type, cancel));
        return slot.Last.Spec;
    }

    private sealed class Slot
    {
        public Reading? Last { get; set; }
    }

    /// <summary>A class as it was read.</summary>
    /// <param name="Files">The files of the class.</param>
    /// <param name="Around">What stood around it.</param>
    /// <param name="Names">The names by which it can depend on that; a class that is edited again before another is, needs none.</param>
    /// <param name="Spec">What was read.</param>
    private sealed record Reading(SyntaxTree[] Files, Surroundings Around, Lazy<HashSet<string>> Names, TrainerSpec? Spec)
    {
        /// <summary>Whether the class has the same parts, in files that are the same.</summary>
        public bool IsOf(ImmutableArray<SyntaxReference> parts)
        {
            var isSame = parts.Length == Files.Length;
            for (var at = 0; isSame && at < Files.Length; at++)
            {
                isSame = parts[at].SyntaxTree == Files[at];
            }
            return isSame;
        }
    }
}
