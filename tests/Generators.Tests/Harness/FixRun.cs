using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TrainSdk.Generators.Tests.Harness;

/// <summary>Offers and applies code fixes and refactorings as an IDE does.</summary>
internal static class FixRun
{
    private static readonly CodeFixProvider[] Fixes =
    [
        .. typeof(CodeFixes.EditFix).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>What the menu offers for the first diagnostic of an id.</summary>
    public static async Task<IReadOnlyList<string>> Titles(string id, string source, string backend = "")
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var actions = await Actions(document, (await Diagnostics(id, document, backend))[0]);
        return [.. actions.Select(static action => action.Action.Title)];
    }

    /// <summary>The source after one fix of the first diagnostic of an id.</summary>
    public static async Task<string> Apply(string id, string title, string source, string backend = "")
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var actions = await Actions(document, (await Diagnostics(id, document, backend))[0]);
        return await TextAfter(Named(actions.Select(static action => action.Action), title), document);
    }

    /// <summary>The source after one fix of all diagnostics of an id.</summary>
    public static async Task<string> ApplyToAll(string id, string title, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var found = await Diagnostics(id, document, backend: "");
        var (fix, action) = (await Actions(document, found[0])).Single(offered => offered.Action.Title == title);
        return await TextAfter(await ToAll(document, fix, action, found), document);
    }

    /// <summary>The source after the best fix of all diagnostics of an id, and how many are left; null where the menu offers nothing.</summary>
    public static async Task<(string Text, int Left)?> ApplyBestToAll(string id, string source, string backend)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var found = await Diagnostics(id, document, backend);
        if (await Actions(document, found[0]) is not [var (fix, action), ..])
        {
            return null;
        }
        var mended = (await SolutionAfter(await ToAll(document, fix, action, found))).GetDocument(document.Id)!;
        return ((await mended.GetTextAsync()).ToString(), (await Diagnostics(id, mended, backend)).Length);
    }

    /// <summary>What a refactoring offers where the cursor stands on some text.</summary>
    public static async Task<IReadOnlyList<string>> Titles(
        CodeRefactoringProvider refactoring, string at, string source, IReadOnlyDictionary<string, string>? beside = null)
    {
        using var workspace = new AdhocWorkspace();
        return [.. (await Actions(refactoring, at, Open(workspace, source, beside))).Select(static action => action.Title)];
    }

    /// <summary>The source after a refactoring, applied where the cursor stands on some text.</summary>
    public static async Task<string> Apply(CodeRefactoringProvider refactoring, string at, string title, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        return await TextAfter(Named(await Actions(refactoring, at, document), title), document);
    }

    /// <summary>The name and the text of the file that a refactoring adds.</summary>
    public static async Task<(string Name, string Text)> Added(
        CodeRefactoringProvider refactoring, string at, string title, string source, IReadOnlyDictionary<string, string>? beside = null)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source, beside);
        var after = (await SolutionAfter(Named(await Actions(refactoring, at, document), title))).GetProject(document.Project.Id)!;
        var added = after.GetDocument(after.GetChanges(document.Project).GetAddedDocuments().Single())!;
        return (added.Name, (await added.GetTextAsync()).ToString());
    }

    /// <summary>An empty project that knows TorchSharp and TrainSdk.</summary>
    public static Project Project(AdhocWorkspace workspace) => workspace.AddProject(ProjectInfo.Create(
        ProjectId.CreateNewId(), VersionStamp.Create(), "Models", "Models", LanguageNames.CSharp,
        compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
        parseOptions: GeneratorRun.ParseOptions,
        metadataReferences: References.All));

    /// <summary>What is offered for a diagnostic, and by which fix.</summary>
    public static async Task<IReadOnlyList<(CodeFixProvider Fix, CodeAction Action)>> Actions(Document document, Diagnostic diagnostic)
    {
        var offered = new List<(CodeFixProvider, CodeAction)>();
        foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(
                document, diagnostic, (action, _) => offered.Add((fix, action)), CancellationToken.None));
        }
        return offered;
    }

    private static Document Open(AdhocWorkspace workspace, string source, IReadOnlyDictionary<string, string>? beside = null)
    {
        var project = Project(workspace);
        foreach (var (name, text) in beside ?? new Dictionary<string, string>())
        {
            project = project.AddDocument(name, text, filePath: name).Project;
        }
        return project.AddDocument("Model.cs", source, filePath: "Model.cs");
    }

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(string id, Document document, string backend)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var options = new AnalyzerOptions([], new BuildProperties(("build_property.TrainBackend", backend)));
        var found = await compilation.WithAnalyzers([Analyzers.Of(id)], options).GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(diagnostic => diagnostic.Id == id)];
    }

    private static async Task<IReadOnlyList<CodeAction>> Actions(CodeRefactoringProvider refactoring, string at, Document document)
    {
        var start = (await document.GetTextAsync()).ToString().IndexOf(at, StringComparison.Ordinal);
        var offered = new List<CodeAction>();
        await refactoring.ComputeRefactoringsAsync(
            new CodeRefactoringContext(document, new TextSpan(start, 0), offered.Add, CancellationToken.None));
        return offered;
    }

    private static CodeAction Named(IEnumerable<CodeAction> actions, string title)
    {
        var offered = actions.ToArray();
        return offered.SingleOrDefault(action => action.Title == title)
            ?? throw new InvalidOperationException(
                $"'{title}' is not offered, but {string.Join(" | ", offered.Select(static action => action.Title))}");
    }

    private static async Task<string> TextAfter(CodeAction action, Document document)
    {
        var solution = await SolutionAfter(action);
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static async Task<Solution> SolutionAfter(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<CodeAction> ToAll(Document document, CodeFixProvider fix, CodeAction action, ImmutableArray<Diagnostic> found)
    {
        var id = found[0].Id;
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, action.EquivalenceKey!, [id], new Found(found), CancellationToken.None);
        return (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
    }

    /// <summary>What "fix all" asks for the other diagnostics.</summary>
    private sealed class Found(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);
    }
}
