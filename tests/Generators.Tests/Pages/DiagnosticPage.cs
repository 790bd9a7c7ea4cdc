using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Pages;

/// <summary>The examples of a page in docs/diagnostics.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Bad">What stands under <c>## Cause</c>.</param>
/// <param name="Good">What stands under <c>## Fix</c>.</param>
internal sealed record DiagnosticPage(string Id, IReadOnlyList<PageExample> Bad, IReadOnlyList<PageExample> Good)
{
    private const string Fence = "```csharp\n";

    /// <summary>The project's backend, where the rule depends on it.</summary>
    public string Backend => Bad[0].Backend;

    /// <summary>The examples as files, in namespaces of the page's own.</summary>
    public PageFiles Files() => new(
        [.. Bad.Select((example, at) => example.Files($"{Id}.Bad{at}"))],
        [.. Bad.Select((example, at) => example.Files($"{Id}.Silenced{at}").Select(file => $"#pragma warning disable {Id}\n{file}").ToArray())],
        [.. Good.Select((example, at) => example.Files($"{Id}.Good{at}"))]);

    public static DiagnosticPage Of(string id)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "diagnostics", $"{id}.md"));
        // traps are those of any module, all else is about models that are trained
        var attributes = id.StartsWith("TRAIN3", StringComparison.Ordinal) ? "" : "[Hyperparams]";
        return new(id, Examples(text, "## Cause", attributes), Examples(text, "## Fix", attributes));
    }

    private static PageExample[] Examples(string text, string heading, string attributes) =>
    [
        .. text.Split($"\n{heading}\n")[1].Split("\n## ")[0].Split(Fence).Skip(1)
            .Select(static rest => rest.Split("```")[0])
            .SelectMany(block => PageExample.Of(block, attributes)),
    ];
}
