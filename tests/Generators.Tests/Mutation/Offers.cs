using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TrainSdk.CodeFixes.Refactorings;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>The fixes and refactorings that a project's files are offered.</summary>
internal sealed class Offers : IDisposable
{
    private static readonly CodeRefactoringProvider[] Refactorings = [new MakeTrainable(), new EjectTrainingLoop()];

    private readonly AdhocWorkspace _workspace;
    private readonly ILookup<string, Diagnostic> _complaints;

    private Offers(AdhocWorkspace workspace, IReadOnlyList<Document> documents, ILookup<string, Diagnostic> complaints) =>
        (_workspace, Documents, _complaints) = (workspace, documents, complaints);

    public IReadOnlyList<Document> Documents { get; }

    public static async Task<Offers> Of(IEnumerable<string> files)
    {
        var workspace = new AdhocWorkspace();
        var project = FixRun.Project(workspace);
        foreach (var (text, at) in files.Select(static (text, at) => (text, at)))
        {
            project = project.AddDocument($"File{at}.cs", SourceText.From(text), filePath: $"File{at}.cs").Project;
        }
        var compilation = (await project.GetCompilationAsync())!;
        var complaints = await compilation.WithAnalyzers([.. Analyzers.All]).GetAnalyzerDiagnosticsAsync();
        return new Offers(
            workspace,
            [.. project.Documents],
            complaints.Where(static complaint => complaint.Location.IsInSource).ToLookup(static complaint => complaint.Location.SourceTree!.FilePath));
    }

    /// <summary>Takes every offer that a file gets, each by itself, and says how many there were.</summary>
    public async Task<int> TakeAll(Document document)
    {
        var offered = new List<CodeAction>();
        foreach (var complaint in _complaints[document.FilePath!])
        {
            offered.AddRange((await FixRun.Actions(document, complaint)).Select(static offer => offer.Action));
        }
        var types = (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<ClassDeclarationSyntax>();
        foreach (var place in types.Select(static type => type.Identifier.Span))
        {
            foreach (var refactoring in Refactorings)
            {
                await refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(document, place, offered.Add, CancellationToken.None));
            }
        }
        foreach (var action in offered)
        {
            Assert.NotEmpty(await action.GetOperationsAsync(CancellationToken.None));
        }
        return offered.Count;
    }

    public void Dispose() => _workspace.Dispose();
}
