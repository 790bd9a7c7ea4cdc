using System.Diagnostics;
using Microsoft.CodeAnalysis;
using TrainSdk.Benchmarks.Analyzers;

namespace TrainSdk.Benchmarks.Generators;

/// <summary>Edits one file of a project to and fro, and runs a generator after each edit, as an editor does.</summary>
/// <param name="Name">What is edited.</param>
/// <param name="File">Which file.</param>
/// <param name="Before">A piece of its text.</param>
/// <param name="After">What it becomes.</param>
internal sealed record Keystroke(string Name, int File, string Before, string After)
{
    private const int Edits = 6;

    /// <summary>Milliseconds per edit.</summary>
    /// <param name="driver">The generator, which has seen the project.</param>
    /// <param name="project">The project; its compilation is as fresh as after any keystroke.</param>
    public double Measure(ref GeneratorDriver driver, Compilation project)
    {
        var tree = project.SyntaxTrees.ElementAt(File);
        var text = tree.ToString();
        if (!text.Contains(Before, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"nothing to edit for '{Name}'");
        }
        var edited = text.Replace(Before, After, StringComparison.Ordinal);
        var watch = new Stopwatch();
        for (var edit = 0; edit < Edits; edit++)
        {
            var next = SyntheticProject.Parse(edit % 2 == 0 ? edited : text, tree.FilePath);
            project = project.ReplaceSyntaxTree(tree, next);
            tree = next;
            watch.Start();
            driver = driver.RunGenerators(project);
            watch.Stop();
        }
        return watch.Elapsed.TotalMilliseconds / Edits;
    }
}
