using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes;

/// <summary>Takes a layer out of a sequence, or a function out of <c>forward</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveLayerFix)), Shared]
public sealed class RemoveLayerFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.TrunkDropout, DiagnosticIds.SoftmaxIntoCrossEntropy, DiagnosticIds.SigmoidIntoLogits];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is not InvocationExpressionSyntax layer)
        {
            yield break;
        }
        var title = $"Remove {LayerEdits.NameOf(layer)}";
        if (LayerEdits.ItemOf(layer) is { } item)
        {
            yield return new Edit(title, root => root.RemoveNode(item, SyntaxRemoveOptions.KeepNoTrivia)!);
        }
        else if (LayerEdits.InputOf(layer, semantics) is { } input)
        {
            yield return new Edit(title, root => LayerEdits.Bypass(root, layer, input));
        }
    }
}
