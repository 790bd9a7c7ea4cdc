using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Analysis;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

/// <summary>Half-typed code is the normal state of an editor: neither generator nor analyzer may throw on it.</summary>
public sealed class TruncationTests
{
    private const int Cuts = 2000;
    private const int AnalyzedCuts = 100;

    private static readonly string Source = $$"""
        {{ModelSource.Usings}}
        namespace My.App;
        public enum Kind { Plain, Other }
        [Hyperparams(Lr = 3e-3, BatchSize = 32, Seed = 5), Classification, Obsolete("old", error: false)]
        [AdamW(WeightDecay = 0.01), Warmup(Fraction = 0.1), Cosine(MinLr = 1e-5)]
        [ScaleLr(Rule = ScaleRule.SquareRoot), StepDecay(Milestones = new double[] { 10, 20.5 }), ReduceLrOnPlateau(2, Monitor = typeof(TrainSdk.Metrics.Accuracy))]
        [LabelSmoothing(amount: 0.2), Amp(AmpMode.Bf16), Accumulate(4), ClipGradNorm(2), EarlyStop(12, MinDelta = 1e-3)]
        public sealed partial class MyModel : Module<Tensor, Tensor>
        {
            private readonly Linear _head;
            [field: TorchSharp.Utils.ComponentName(Name = "body")] public Linear Body { get; }
            /// <param name="width">Units of the <see cref="Body"/>.</param>
            /// <param name="dropout">A share.</param>
            /// <param name="kind">Which.</param>
            /// <param name="text">Some <c>text</c>.</param>
            public MyModel(int width = 3, double dropout = 0.1, Kind kind = Kind.Other, string text = "a\"b") : base("model")
            {
                _head = Linear(4, width);
                Body = Linear(4, 4);
            }
            public override Tensor forward(Tensor input) => _head.call(input);
            private static (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target) => (output.sum(), target.sum());
        }
        """.Replace("\r\n", "\n", StringComparison.Ordinal);

    [Fact]
    public void The_generator_never_throws()
    {
        var whole = GeneratorRun.Compile(Source);
        Assert.Empty(GeneratorRun.Of("using System;\n" + Source).Complaints);
        GeneratorDriver driver = GeneratorRun.Driver();
        foreach (var text in Damaged(Cuts))
        {
            driver = driver.RunGenerators(
                whole.ReplaceSyntaxTree(whole.SyntaxTrees[0], CSharpSyntaxTree.ParseText(text, GeneratorRun.ParseOptions)));
            Assert.True(driver.GetRunResult().Results.Single().Exception is null, text);
        }
    }

    [Fact]
    public async Task The_analyzer_never_throws()
    {
        var whole = GeneratorRun.Compile(Source);
        foreach (var text in Damaged(AnalyzedCuts))
        {
            var damaged = whole.ReplaceSyntaxTree(whole.SyntaxTrees[0], CSharpSyntaxTree.ParseText(text, GeneratorRun.ParseOptions));
            var found = await damaged.WithAnalyzers([new TrainAnalyzer()]).GetAnalyzerDiagnosticsAsync();
            Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        }
    }

    // The start of the text, or the text without a piece of its middle.
    private static IEnumerable<string> Damaged(int count)
    {
        var random = new Random(1);
        for (var number = 0; number < count; number++)
        {
            var from = random.Next(Source.Length);
            yield return number % 2 == 0 ? Source[..from] : Source.Remove(from, Math.Min(random.Next(1, 40), Source.Length - from));
        }
    }
}
