using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Saves a buffer, so that it is moved as well.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SavedBufferFix)), Shared]
public sealed class SavedBufferFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnsavedBuffer];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is InvocationExpressionSyntax { ArgumentList: { Arguments.Count: 3 } list } && Persistent(list) is { } argument)
        {
            yield return new Edit(
                "Save the buffer", root => root.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(argument))));
        }
    }

    private static ArgumentSyntax? Persistent(ArgumentListSyntax list) =>
        list.Arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "persistent")
        ?? (list.Arguments[2].NameColon is null ? list.Arguments[2] : null);
}
