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
            if (last.Around == around.Stamp)
            {
                return last.Spec;
            }
            if (last.Seen == around.SeenFrom(files, cancel))
            {
                slot.Last = last with { Around = around.Stamp };
                return last.Spec;
            }
        }
        slot.Last = new Reading(files, around.Stamp, around.SeenFrom(files, cancel), TrainerParser.Parse(type, cancel));
        return slot.Last.Spec;
    }

    private sealed class Slot
    {
        public Reading? Last { get; set; }
    }

    private sealed record Reading(SyntaxTree[] Files, string Around, string Seen, TrainerSpec? Spec);
}
