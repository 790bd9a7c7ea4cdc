using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Reads a class anew only where it can have become another: the compiler asks for every model of the project after every keystroke in any
/// file. What was read holds while the files of the class declare the same, and all that it can depend on does.
/// </summary>
internal static class KnownModels
{
    private static readonly ConditionalWeakTable<SyntaxNode, Slot> Slots = new();

    // By the class's name; the compiler keeps a project's options as one object while files are edited.
    private static readonly ConditionalWeakTable<CompilationOptions, ConcurrentDictionary<string, Slot>> Projects = new();

    /// <summary>The model; null where the class gets no loop.</summary>
    public static TrainerSpec? Parse(GeneratorAttributeSyntaxContext found, CancellationToken cancel)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        var around = Surroundings.Of(found.SemanticModel.Compilation, cancel);
        var slot = Slots.GetOrCreateValue(found.TargetNode);
        var reading = slot.Last is { } last && last.IsOf(type.DeclaringSyntaxReferences) && last.HoldsIn(around)
            ? last.In(around)
            : ReadIfEdited(type, slot, around, cancel);
        slot.Last = reading;
        return reading.Spec;
    }

    private static Reading ReadIfEdited(INamedTypeSymbol type, Slot slot, Surroundings around, CancellationToken cancel)
    {
        var files = type.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).ToArray();
        var stamps = files.Select(file => FileDeclarations.Of(file, cancel).OwnStamp).ToArray();
        var models = Projects.GetOrCreateValue(around.Options);
        var name = type.ToDisplayString();
        var earlier = models.TryGetValue(name, out var before) ? before.Last : null;
        var reading = earlier is not null && earlier.Stamps.SequenceEqual(stamps) && earlier.HoldsIn(around)
            ? earlier.In(around) with { Files = files }
            : new Reading(files, stamps, around, new(() => around.NamesSeenFrom(files)), TrainerParser.Parse(type, cancel));
        models[name] = slot;
        return reading;
    }

    private sealed class Slot
    {
        public Reading? Last { get; set; }
    }

    /// <summary>A class as it was read.</summary>
    /// <param name="Files">The files of the class.</param>
    /// <param name="Stamps">What they declare.</param>
    /// <param name="Around">What stood around it.</param>
    /// <param name="Names">The names by which it can depend on that; a class that is edited again before another is, needs none.</param>
    /// <param name="Spec">What was read.</param>
    private sealed record Reading(
        SyntaxTree[] Files, string[] Stamps, Surroundings Around, Lazy<HashSet<string>> Names, TrainerSpec? Spec)
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
        public bool HoldsIn(Surroundings around) => Around == around || !around.Since(Around).Concerns(Names);

        public Reading In(Surroundings around) => Around == around ? this : this with { Around = around };
    }
}
