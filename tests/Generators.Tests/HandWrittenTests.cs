using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

/// <summary>The loops that were written by hand before the generator: it writes the same lines.</summary>
public sealed class HandWrittenTests
{
    [Theory]
    [InlineData("Minimal")]
    [InlineData("Template")]
    [InlineData("Window")]
    [InlineData("Maximal")]
    public void The_generator_writes_the_same_lines(string name)
    {
        var generated = GeneratorRun.Of(ModelSource.Usings + "using System;\n" + File.ReadAllText(Repository.PathOf("tests", "Generated.Tests", "Models", $"{name}Model.cs")));
        var byHand = File.ReadAllText(Repository.PathOf("tests", "Generated.Tests", "HandWritten", $"{name}Loop.cs"));
        string[] methods = byHand.Contains("static double Lr(", StringComparison.Ordinal) ? ["Fit", "Evaluate", "BatchLoss", "Lr"] : ["Fit", "Evaluate", "BatchLoss"];
        Assert.All(methods, method => Assert.Equal(
            BodyOf(byHand.Replace($"{name}Model.Training.Description", "Description", StringComparison.Ordinal), method),
            BodyOf(generated.Of("Training") + generated.Of("Schedule"), method)));
    }

    // From the brace below the method's name to the one that closes it, without the indentation.
    private static string BodyOf(string text, string method)
    {
        var lines = text.Split('\n');
        var name = Array.FindIndex(lines, line => line.Contains($" {method}(", StringComparison.Ordinal)
            && line.Contains(" static ", StringComparison.Ordinal));
        var open = Array.FindIndex(lines, name, static line => line.Trim() == "{");
        var indent = lines[open].Length - 1;
        var close = Array.FindIndex(lines, open, line => line == new string(' ', indent) + "}");
        return string.Join('\n', lines[open..close].Select(line => line.Length > indent ? line[indent..] : line));
    }
}
