using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Files;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.CodeFixes.Refactorings;

/// <summary>Writes the generated loop beside its class, as source of the project: what <c>-p:TrainEject=MyModel</c> does.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(EjectTrainingLoop)), Shared]
public sealed class EjectTrainingLoop : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (ClassAt(root?.FindNode(context.Span)) is not { } type
            || semantics?.GetDeclaredSymbol(type, context.CancellationToken) is not INamedTypeSymbol symbol
            || AttributeReader.MarkerOf(symbol.GetAttributes()) is null
            || TrainerParser.Parse(symbol, context.CancellationToken) is not { Ejected: null } spec)
        {
            return;
        }
        var name = EjectedFile.NameOf(spec, TrainingFile.Topic);
        if (!document.Project.Documents.Any(other => other.Name == name && other.Folders.SequenceEqual(document.Folders)))
        {
            context.RegisterRefactoring(CodeAction.Create(
                $"Eject the training loop of {symbol.Name} into {name}",
                async cancel =>
                {
                    var text = await TextOf(type, document.Project, cancel).ConfigureAwait(false);
                    return document.Project.AddDocument(name, text, document.Folders, Beside(document, name)).Project.Solution;
                },
                equivalenceKey: nameof(EjectTrainingLoop)));
        }
    }

    // The name of a class, or an attribute on it.
    private static ClassDeclarationSyntax? ClassAt(SyntaxNode? node) =>
        node as ClassDeclarationSyntax ?? node?.FirstAncestorOrSelf<AttributeListSyntax>()?.Parent as ClassDeclarationSyntax;

    // Read as the generator reads it: in the project without what is generated.
    private static async Task<string> TextOf(ClassDeclarationSyntax type, Project project, CancellationToken cancel)
    {
        var compilation = (await project.GetCompilationAsync(cancel).ConfigureAwait(false))!;
        var written = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(static tree => !Written.ByHand(tree)));
        var symbol = written.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, cancel)!;
        var place = PlaceReader.Of(symbol, project.AnalyzerOptions.AnalyzerConfigOptionsProvider, cancel)!;
        return ModelFiles.Ejected(TrainerParser.Parse(symbol, cancel)!, TrainingFile.Topic, place.Style).Text;
    }

    private static string? Beside(Document document, string name) =>
        Path.GetDirectoryName(document.FilePath) is { } folder ? Path.Combine(folder, name) : null;
}
