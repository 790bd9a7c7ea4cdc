using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Generators.Tests.Mutation;

namespace TrainSdk.Generators.Tests.Pipeline;

/// <summary>After any edits the generator gives what it would give to somebody who opens the project now: nothing that it keeps is stale.</summary>
public sealed class FreshRunTests
{
    private const int Edits = 180;
    private const int EditsUntilReset = 10;

    private static readonly string[] Files =
    [
        $$"""
        {{ModelSource.Usings}}
        namespace App;
        [Hyperparams(Lr = Amount.Rate, Epochs = (int)Kind.Many), AdamW, Freeze("_shared"), ParamGroup("Head", LrScale = Numbers.Scale)]
        public sealed partial class First : Base
        {
            private readonly Linear _head = Linear(4, 3);
            public First(int width = Numbers.Width, Kind kind = Kind.Many) : base("first") { }
            public override Tensor forward(Tensor input) => _head.call(input);
        }
        """,
        $$"""
        {{ModelSource.Usings}}
        namespace App;
        [Cosine, Warmup(2)]
        public partial class First
        {
            public System.Collections.Generic.IEnumerable<Parameter> Head() { return _head.parameters(); }
            partial void OnEpochStart(in TrainSdk.Training.EpochStart epoch) { register_module("late", _head); }
        }
        """,
        $$"""
        {{ModelSource.Usings}}
        namespace App;
        public enum Kind { Few = 2, Many = 20 }
        public static class Numbers { public const double Rate = 0.1, Scale = Halves.One; public const int Width = 3; }
        public abstract class Base : Module<Tensor, Tensor>
        {
            protected readonly Linear _shared = Linear(1, 1);
            protected Base(string name) : base(name) { }
            protected Tensor Loss(Tensor output, Tensor target) => (output - target).mean();
        }
        """,
        "namespace App; public class Accuracy; namespace Inner { public class Batch; }",
        "global using Amount = App.Numbers;",
        "namespace App; public static class Halves { public const double One = 0.5, Two = One + One; }",
        "namespace Elsewhere; public sealed class Unseen { public int Count() => 1; }",
        ModelSource.With("[Hyperparams, Regression, Amp]", name: "Second"),
    ];

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(17)]
    public void As_if_it_were_opened_now(int seed)
    {
        var random = new Random(seed);
        var (project, driver, models) = (Project.Of(Files), GeneratorRun.Driver() as GeneratorDriver, 0);
        for (var edit = 0; edit < Edits; edit++)
        {
            var file = random.Next(Files.Length);
            var text = edit % EditsUntilReset == 0 ? Files[file] : Mutant.Edit(project.Compilation.SyntaxTrees[file].ToString(), random);
            project = (edit % EditsUntilReset == 0 ? Project.Of(Files) : project).Write(file, text);

            driver = project.RunIn(driver);

            var kept = TextsOf(driver);
            Assert.Equal(TextsOf(project.Afresh().RunIn(GeneratorRun.Driver())), kept);
            models += kept.Count(static name => name.Key.EndsWith(".Training.g.cs", StringComparison.Ordinal));
        }
        Assert.True(models > Edits, "most edits leave a model");
    }

    private static SortedDictionary<string, string> TextsOf(GeneratorDriver driver) => new(
        driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()),
        StringComparer.Ordinal);
}
