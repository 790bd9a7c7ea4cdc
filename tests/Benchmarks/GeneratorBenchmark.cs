extern alias generators;

using System.Diagnostics;
using Microsoft.CodeAnalysis;
using TrainSdk.Benchmarks.Analyzers;
using TrainSdk.Benchmarks.Generators;
using TrainSdk.Benchmarks.Measuring;
using TrainerGenerator = generators::TrainSdk.Generators.TrainerGenerator;

namespace TrainSdk.Benchmarks;

/// <summary>What the generator adds to each keystroke, beside one that finds the same classes and writes constant texts.</summary>
internal sealed class GeneratorBenchmark : IBenchmark
{
    private const int RoundsByDefault = 15;
    private const int Models = 200;
    private const string Constant = "constant";
    private const string Ours = "trainsdk";

    private static readonly Keystroke[] Keystrokes =
    [
        new("a body in another file", Models, "=> 1", "=> 2"),
        new("a declaration in another file", Models, "int Count", "int Number"),
        new("a body of a model", 3, "flatten(1)", "flatten(1) + 1"),
        new("an attribute of a model", 3, "Warmup(2)", "Warmup(3)"),
        new("a field of a model", 3, "private readonly Dropout _dropout;", "private readonly Dropout _dropout; private int _more;"),
    ];

    public string Name => "generator";

    public string Summary => $"ms of the generator in a project of {Models} models, at first and after an edit, beside one that does nothing";

    public void Run(BenchmarkOptions options, Report report)
    {
        var rounds = options.Rounds ?? (options.Quick ? 1 : RoundsByDefault);
        string[] files = [.. SyntheticProject.Models(Models), "public sealed class Other { public int Count() => 1; }"];
        var constant = new ConstantGenerator(TextsOf(files[0]));
        List<string[]> rows = [["edit", "generator", "ms", "min", "max"]];
        Add("the first run", [First(Ours, new TrainerGenerator(), files), First(Constant, constant, files)]);
        foreach (var keystroke in Keystrokes)
        {
            Add(keystroke.Name, [After(keystroke, Ours, new TrainerGenerator(), files), After(keystroke, Constant, constant, files)]);
        }
        report.Line($"{Models} models, {files.Sum(static file => file.AsSpan().Count('\n'))} lines");
        report.Table(rows);
        report.Ratios();

        void Add(string edit, Contender[] contenders)
        {
            var measured = Rounds.Alternate(contenders, rounds, text => report.Progress($"{edit}, {text}"));
            rows.AddRange(measured.Select(one => (string[])[edit, one.Name, .. Report.Cells(one.Spread)]));
            report.Ratio($"generator.{edit.Replace(' ', '-')}.{Ours}/{Constant}", measured[0].Over(measured[1]));
        }
    }

    private static Contender First(string name, IIncrementalGenerator generator, IReadOnlyList<string> files) => new(name, () =>
    {
        var project = SyntheticProject.Compile(files);
        var watch = Stopwatch.StartNew();
        _ = SyntheticProject.Driver(generator).RunGenerators(project);
        return watch.Elapsed.TotalMilliseconds;
    });

    private static Contender After(Keystroke keystroke, string name, IIncrementalGenerator generator, IReadOnlyList<string> files)
    {
        var project = SyntheticProject.Compile(files);
        var driver = SyntheticProject.Driver(generator).RunGenerators(project);
        return new Contender(name, () => keystroke.Measure(ref driver, project));
    }

    // What our generator writes for one of the models: the other writes texts of the same size.
    private static Dictionary<string, string> TextsOf(string file) => SyntheticProject.Driver(new TrainerGenerator())
        .RunGenerators(SyntheticProject.Compile([file])).GetRunResult().Results.Single().GeneratedSources
        .ToDictionary(static source => string.Join('.', source.HintName.Split('.')[^3..]), static source => source.SourceText.ToString());
}
