using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TrainSdk.CodeFixes;

/// <summary>A code fix that edits the file of its diagnostic, one place or all of its kind.</summary>
public abstract class EditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || semantics is null)
        {
            return;
        }
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (var edit in Edits(node, diagnostic, semantics))
            {
                var action = CodeAction.Create(
                    edit.Title,
                    _ => Task.FromResult(document.WithSyntaxRoot(edit.Apply(root))),
                    equivalenceKey: $"{diagnostic.Id}: {edit.Title}");
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The edits that mend a diagnostic, the best first; none where the code at hand leaves it open.</summary>
    /// <param name="node">What the diagnostic stands on.</param>
    /// <param name="diagnostic">What is to be mended.</param>
    /// <param name="semantics">What the file's names mean.</param>
    private protected abstract IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics);
}
