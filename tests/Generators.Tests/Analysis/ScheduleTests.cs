using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

/// <summary>What is said of schedules that cannot be meant.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("Linear(MinLr = -1)", "MinLr = -1", "LinearMinLr")]
    [InlineData("CosineRestarts(0)", "0", "CosineRestarts")]
    [InlineData("CosineRestarts(5, Multiplier = 0)", "Multiplier = 0", "at least 1")]
    [InlineData("OneCycle(PctStart = 1)", "PctStart = 1", "below 1")]
    [InlineData("OneCycle(DivFactor = 0.5)", "DivFactor = 0.5", "at least 1")]
    [InlineData("OneCycle(FinalDivFactor = 0)", "FinalDivFactor = 0", "at least 1")]
    [InlineData("OneCycle(Anneal = (AnnealMode)5)", "Anneal = (AnnealMode)5", "one of Cosine, Linear")]
    [InlineData("StepDecay(Steps = 0)", "Steps = 0", "StepDecay")]
    [InlineData("StepDecay(5, Gamma = 1)", "Gamma = 1", "below 1")]
    [InlineData("StepDecay(Milestones = new double[] { 20, 10 })", "Milestones = new double[] { 20, 10 }", "must rise")]
    [InlineData("StepDecay(Milestones = new double[] { 0, 10 })", "Milestones = new double[] { 0, 10 }", "above 0")]
    [InlineData("StepDecay(Milestones = new double[0])", "Milestones = new double[0]", "30,60,80")]
    [InlineData("Exponential(1)", "1", "below 1")]
    [InlineData("Polynomial(0)", "0", "greater than 0")]
    [InlineData("ReduceLrOnPlateau(-1)", "-1", "at least 0")]
    [InlineData("ReduceLrOnPlateau(Factor = 1)", "Factor = 1", "below 1")]
    [InlineData("ReduceLrOnPlateau(Cooldown = -1)", "Cooldown = -1", "at least 0")]
    [InlineData("Sgd, ScaleLr(BaseBatchSize = 0)", "BaseBatchSize = 0", "at least 1")]
    public async Task TRAIN1007_out_of_range(string attributes, string at, string words) => await Only("TRAIN1007", attributes, at, words);

    [Theory]
    [InlineData("Linear(MinLr = 0.1)", "MinLr = 0.1", "above Lr 0.001")]
    [InlineData("CosineRestarts(5, MinLr = 0.1)", "MinLr = 0.1", "above Lr 0.001")]
    [InlineData("Polynomial(MinLr = 0.1)", "MinLr = 0.1", "above Lr 0.001")]
    [InlineData("ReduceLrOnPlateau(MinLr = 0.1)", "MinLr = 0.1", "above Lr 0.001")]
    [InlineData("Sgd, ScaleLr(BaseBatchSize = 6400), Cosine(MinLr = 1e-4)", "MinLr = 1e-4", "above the rate 1E-05 that [ScaleLr] makes of Lr 0.001")]
    [InlineData("OneCycle(PctStart = 0.6, ThreePhase = true)", "PctStart = 0.6", "0.5 is the most")]
    public async Task TRAIN1017_contradiction(string attributes, string at, string words) => await Only("TRAIN1017", attributes, at, words);

    [Theory]
    [InlineData("Cosine, Linear", "Cosine", "[Linear] and [Cosine]")]
    [InlineData("OneCycle, StepDecay(5)", "StepDecay(5)", "[OneCycle] and [StepDecay]")]
    [InlineData("Polynomial, Exponential(0.9)", "Polynomial", "[Exponential] and [Polynomial]")]
    [InlineData("Cosine, CosineRestarts(5)", "CosineRestarts(5)", "[Cosine] and [CosineRestarts]")]
    public async Task TRAIN1018_two_schedules(string attributes, string at, string words) => await Only("TRAIN1018", attributes, at, words);

    [Theory]
    [InlineData("StepDecay", "StepDecay", "no length")]
    [InlineData("StepDecay(5, Milestones = new double[] { 5 })", "Milestones = new double[] { 5 }", "2 lengths")]
    [InlineData("StepDecay(5, Fraction = 0.1, Gamma = 0.5)", "Fraction = 0.1", "2 lengths")]
    [InlineData("CosineRestarts", "CosineRestarts", "no length")]
    [InlineData("CosineRestarts(Steps = 5, Fraction = 0.1)", "Fraction = 0.1", "2 lengths")]
    public async Task TRAIN1060_one_length(string attribute, string at, string words) => await Only("TRAIN1060", attribute, at, words);

    [Theory]
    [InlineData("OneCycle, Warmup(5)", "OneCycle", "[Warmup]")]
    [InlineData("OneCycle, ReduceLrOnPlateau", "OneCycle", "[ReduceLrOnPlateau]")]
    public async Task TRAIN1061_one_cycle_alone(string attributes, string at, string words) => await Only("TRAIN1061", attributes, at, words);

    [Theory]
    [InlineData("ReduceLrOnPlateau(12), EarlyStop(10)", "12")]
    [InlineData("ReduceLrOnPlateau(9), EarlyStop(10)", "9")]
    [InlineData("ReduceLrOnPlateau, EarlyStop(5)", "ReduceLrOnPlateau")]
    public async Task TRAIN1062_plateau_before_the_end(string attributes, string at) => await Only("TRAIN1062", attributes, at, "EarlyStop");

    [Fact]
    public async Task TRAIN1030_plateau_of_a_metric_that_nobody_measures() => await Only(
        "TRAIN1030", "ReduceLrOnPlateau(Monitor = typeof(TrainSdk.Metrics.MeanAbsoluteError))",
        "Monitor = typeof(TrainSdk.Metrics.MeanAbsoluteError)", "MeanAbsoluteError");

    [Theory]
    [InlineData("StepDecay(20)", "20")]
    [InlineData("StepDecay(Fraction = 1)", "Fraction = 1")]
    [InlineData("CosineRestarts(25)", "25")]
    [InlineData("StepDecay(Milestones = new double[] { 10, 20 })", "Milestones = new double[] { 10, 20 }")]
    [InlineData("EarlyStop(MinEpochs = 20)", "MinEpochs = 20")]
    public async Task TRAIN1063_beyond_the_run(string attribute, string at)
    {
        var source = ModelSource.With($"[Hyperparams(Epochs = 20), {attribute}]");
        await Expect.Only("TRAIN1063", at, source, "20");
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("ScaleLr(Rule = ScaleRule.SquareRoot), Cosine")]
    [InlineData("Sgd, ScaleLr, Linear(MinLr = 1e-3)")]
    [InlineData("StepDecay(40)")]
    [InlineData("ReduceLrOnPlateau, EarlyStop, Polynomial, Warmup(3)")]
    [InlineData("ReduceLrOnPlateau(8), EarlyStop(10, MinEpochs = 12), CosineRestarts(5)")]
    [InlineData("OneCycle(PctStart = 0, ThreePhase = true), EarlyStop")]
    [InlineData("StepDecay(Milestones = new double[] { 10, 20.5 }), Warmup(2)")]
    public async Task Good_schedules_are_not_complained_about(string attributes) => await Expect.Nothing(ModelSource.With($"[Hyperparams, {attributes}]"));

    private static async Task Only(string id, string attributes, string at, params string[] words)
    {
        var source = ModelSource.With($"[Hyperparams, {attributes}]");
        await Expect.Only(id, at, source, words);
        Expect.Loop(source);
    }
}
