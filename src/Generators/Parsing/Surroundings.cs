using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// All that a class can depend on outside its own files. What has no name in common with the class, nor with what it names, is not
/// seen from it.
/// </summary>
internal sealed class Surroundings
{
    private static readonly ConditionalWeakTable<Compilation, Surroundings> Known = new();
    private static readonly ConditionalWeakTable<object, string> Numbers = new();
    private static int _lastNumber;

    private readonly FileDeclarations[] _files;
    private readonly string[] _options;
    private readonly Lazy<ILookup<string, FileDeclarations>> _byType;
    private readonly ConditionalWeakTable<Surroundings, DeclarationChange> _changes = new();

    private Surroundings(Compilation compilation, CancellationToken cancel)
    {
        Options = compilation.Options;
        _files = [.. compilation.SyntaxTrees.Select(tree => FileDeclarations.Of(tree, cancel))];
        _options =
        [
            .. compilation.References.Select(NumberOf), NumberOf(compilation.Options),
            $"{(compilation as CSharpCompilation)?.LanguageVersion}", $"{compilation.AssemblyName}",
        ];
        _byType = new(() => _files.SelectMany(static file => file.Types.Names.Select(type => (type, file)))
            .ToLookup(static pair => pair.type, static pair => pair.file));
    }

    /// <summary>The project's.</summary>
    public CompilationOptions Options { get; }

    public static Surroundings Of(Compilation compilation, CancellationToken cancel)
    {
        if (Known.TryGetValue(compilation, out var known))
        {
            return known;
        }
        var read = new Surroundings(compilation, cancel);
        return Known.GetValue(compilation, _ => read);
    }

    /// <summary>The names in these files and, over and over, in the declarations of the types that they name.</summary>
    public HashSet<string> NamesSeenFrom(IReadOnlyList<SyntaxTree> own)
    {
        var seen = new HashSet<FileDeclarations>();
        var names = new HashSet<string>(own.SelectMany(static tree => FileDeclarations.Of(tree, CancellationToken.None).NamesWithBodies));
        var open = new Stack<string>(names);
        while (open.Count > 0)
        {
            foreach (var name in _byType.Value[open.Pop()].Where(seen.Add).SelectMany(static file => file.Names).Where(names.Add))
            {
                open.Push(name);
            }
        }
        return names;
    }

    /// <summary>What is declared otherwise than in earlier surroundings; worked out once for all classes that were read in those.</summary>
    public DeclarationChange Since(Surroundings earlier) => _changes.GetValue(earlier, ChangeSince);

    private DeclarationChange ChangeSince(Surroundings earlier)
    {
        var (come, gone) = (NotAmong(earlier._files, _files), NotAmong(_files, earlier._files));
        DeclaredTypes[] changed = [.. come.Concat(gone).Select(static file => file.Types)];
        var isForAll = changed.Any(static types => types.AreSeenByAll) || !_options.SequenceEqual(earlier._options)
            || (!SpacesOf(come).SetEquals(SpacesOf(gone)) && !SpacesOf(_files).SetEquals(SpacesOf(earlier._files)));
        return new DeclarationChange([.. changed.SelectMany(static types => types.Names).Distinct()], isForAll);
    }

    private static FileDeclarations[] NotAmong(FileDeclarations[] others, FileDeclarations[] files)
    {
        var edited = files.Except(others).ToArray();
        var stamps = new HashSet<string>(edited.Length == 0 ? [] : others.Select(static file => file.Stamp));
        return [.. edited.Where(file => !stamps.Contains(file.Stamp))];
    }

    private static HashSet<string> SpacesOf(FileDeclarations[] files) => [.. files.SelectMany(static file => file.Types.Spaces)];

    // The compiler keeps a reference or a set of options as one object for as long as it does not change.
    private static string NumberOf(object thing) => Numbers.GetValue(thing, static _ => $"{Interlocked.Increment(ref _lastNumber)}");
}
