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
        var reading = slot.Last is { } last && last.IsOf(type.DeclaringSyntaxReferences) && last.HoldsIn(around)
            ? last.In(around)
            : Read(type, around, cancel);
        slot.Last = reading;
        return reading.Spec;
    }

    private static Reading Read(INamedTypeSymbol type, Surroundings around, CancellationToken cancel)
    {
        var files = type.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).ToArray();
        return new Reading(files, around, new(() => around.NamesSeenFrom(files)), TrainerParser.Parse(type, cancel));
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

        /// <summary>Whether the class would be read as the same there.</summary>
        public bool HoldsIn(Surroundings around) => Around.Stamp == around.Stamp || !around.Since(Around).ConcernsAnyOf(Names.Value);

        public Reading In(Surroundings around) => Around == around ? this : this with { Around = around };
    }
}
