using System.Reflection;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Parsing;
using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Rules;

namespace TrainSdk.Generators.Tests;

/// <summary>The picture at the head of a schedule shows what the schedule's code computes.</summary>
public sealed class RateSketchTests
{
    private const int Epochs = 10;

    [Theory]
    [InlineData("Hyperparams(Epochs = 10), Cosine")]
    [InlineData("Hyperparams(Epochs = 10, Lr = 0.02), Warmup(2), Cosine(MinLr = 1e-4)")]
    [InlineData("Hyperparams(Epochs = 10), Warmup(Steps = 130), Linear(MinLr = 1e-5)")]
    [InlineData("Hyperparams(Epochs = 10), Warmup(Fraction = 0.25), Polynomial(2)")]
    [InlineData("Hyperparams(Epochs = 10), Exponential(0.8)")]
    [InlineData("Hyperparams(Epochs = 10), Warmup(1), CosineRestarts(2, Multiplier = 2)")]
    [InlineData("Hyperparams(Epochs = 10), CosineRestarts(Fraction = 0.3)")]
    [InlineData("Hyperparams(Epochs = 10), Warmup(2), StepDecay(3)")]
    [InlineData("Hyperparams(Epochs = 10), Warmup(4), StepDecay(Milestones = new double[] { 3, 7.5 }, Gamma = 0.5)")]
    [InlineData("Hyperparams(Epochs = 10), OneCycle")]
    [InlineData("Hyperparams(Epochs = 10), OneCycle(ThreePhase = true, Anneal = AnnealMode.Linear)")]
    [InlineData("Hyperparams(Epochs = 10), Warmup(2), Cosine, Swa(7, Lr = 5e-4, AnnealEpochs = 2)")]
    [InlineData("Hyperparams(Epochs = 10), Swa(Fraction = 0.66, Lr = 2e-3)")]
    [InlineData("Hyperparams(Epochs = 10, BatchSize = 128), Accumulate(4), Sgd, ScaleLr, Warmup(2), Cosine")]
    public void The_picture_is_the_schedule(string attributes)
    {
        var source = ModelSource.With($"[{attributes}]");
        var plan = PlanOf(source);
        var curve = plan.Sketch.Curve(new RuleValues(plan.Texts, stepsPerEpoch: null));
        var lr = CompiledLr(source);

        Assert.NotEmpty(Files.RatePicture.Of(plan));
        for (var step = 0L; step < Epochs * RateSketch.StepsPerEpoch; step += 3)
        {
            var expected = lr(step);
            Assert.Equal(expected, curve(step), expected * 1e-12);
        }
    }

    [Theory]
    [InlineData("Hyperparams")]
    [InlineData("Hyperparams, Sgd, ScaleLr")]
    [InlineData("Hyperparams(Lr = -1), Cosine")]
    [InlineData("Hyperparams(Epochs = 0), Cosine")]
    public void A_rate_that_stays_or_is_wrong_has_no_picture(string attributes) =>
        Assert.Empty(Files.RatePicture.Of(PlanOf(ModelSource.With($"[{attributes}]"))));

    [Fact]
    public void It_is_drawn_in_four_lines()
    {
        var picture = Files.RatePicture.Of(PlanOf(ModelSource.With("[Hyperparams(Epochs = 30), Warmup(5), Cosine]")));
        Assert.Equal(
            """
            Lr over 30 epochs at 100 steps each, at most 0.001, 2.5E-07 at the end:
                   ▁▄▇██████▇▇▆▆▅▅▄▃▂▁▁
                 ▂▅█████████████████████▇▆▅▄▃▂▁
              ▁▄▇███████████████████████████████▇▆▅▄▃▂▁
            ▂▅███████████████████████████████████████████▇▆▅▄▄▃▃▂▂▁▁▁▁▁▁
            """,
            string.Join('\n', picture));
    }

    private static LoopPlan PlanOf(string source)
    {
        var type = GeneratorRun.Compile(source).GetTypeByMetadataName("MyModel")!;
        return FeatureCatalog.PlanOf(TrainerParser.Review(type, CancellationToken.None));
    }

    private static Func<long, double> CompiledLr(string source)
    {
        GeneratorRun.Driver().RunGeneratorsAndUpdateCompilation(GeneratorRun.Compile(source), out var compilation, out _);
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(static diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        var assembly = Assembly.Load(image.ToArray());
        var settings = Activator.CreateInstance(assembly.GetType("MyModel+Hyperparameters")!)!;
        var lr = assembly.GetType("MyModel+Training")!.GetMethod("Lr")!;
        return step => (double)lr.Invoke(null, [step, settings, RateSketch.StepsPerEpoch])!;
    }
}
