using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>A source with a few edits; the same number is always the same text.</summary>
/// <param name="Number">What it was drawn by.</param>
/// <param name="Files">Texts of its files.</param>
internal sealed record Mutant(int Number, IReadOnlyList<string> Files)
{
    private const int MostEdits = 3;
    private const int TextEditEvery = 5;
    private const int SplitEvery = 16;

    public static Mutant Of(int number)
    {
        var random = new Random(number);
        var files = Corpus.Take(number).ToList();
        if (random.Next(SplitEvery) == 0 && PartMove.Of(files[0], random) is { } parts)
        {
            files = [parts.Left, parts.Moved, .. files.Skip(1)];
        }
        for (var edits = random.Next(1, MostEdits + 1); edits > 0; edits--)
        {
            var file = random.Next(files.Count);
            files[file] = Edit(files[file], random);
        }
        return new Mutant(number, files);
    }

    /// <summary>A text after one edit.</summary>
    public static string Edit(string text, Random random) => random.Next(TextEditEvery) == 0
        ? TextEdits.Any(text, random)
        : new SyntaxEdits(CSharpSyntaxTree.ParseText(text, GeneratorRun.ParseOptions).GetCompilationUnitRoot(), random).Any();

    public override string ToString() => $"mutant {Number}\n{string.Join("\n// another file\n", Files)}";
}
