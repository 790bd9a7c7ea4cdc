using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// What a file says to others, and which names it says it with; worked out once for as long as the file stays as it is, and no sooner than
/// somebody asks.
/// </summary>
internal sealed class FileDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> Known = new();

    private readonly Lazy<string[]> _names;
    private readonly Lazy<string[]> _namesWithBodies;
    private readonly Lazy<DeclaredTypes> _types;

    private FileDeclarations(SyntaxTree tree, CancellationToken cancel)
    {
        var text = DeclarationText.Of(tree.GetRoot(cancel));
        Stamp = ContentStamp.Of($"{Written.ByHand(tree)}\n{text.ForOthers}");
        OwnStamp = text.Attributes.Length == 0 ? Stamp : ContentStamp.Of(Stamp + text.Attributes);
        _names = new(() => [.. DeclarationText.Of(tree.GetRoot()).Pieces]);
        _namesWithBodies = new(() =>
        [
            .. tree.GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText).Distinct(),
        ]);
        _types = new(() => DeclaredTypes.In(tree.GetRoot()));
    }

    /// <summary>Changes with what others can see of the file.</summary>
    public string Stamp { get; }

    /// <summary>Changes with all that its classes are read from: what others can see, and the attributes of its types in full.</summary>
    public string OwnStamp { get; }

    /// <summary>The names in its declarations, those in bodies left out.</summary>
    public string[] Names => _names.Value;

    /// <summary>All names in it.</summary>
    public string[] NamesWithBodies => _namesWithBodies.Value;

    /// <summary>The types that it declares.</summary>
    public DeclaredTypes Types => _types.Value;

    public static FileDeclarations Of(SyntaxTree tree, CancellationToken cancel)
    {
        if (Known.TryGetValue(tree, out var known))
        {
            return known;
        }
        var read = new FileDeclarations(tree, cancel);
        return Known.GetValue(tree, _ => read);
    }
}
