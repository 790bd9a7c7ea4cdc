using TrainSdk.Settings;

namespace TrainSdk.Pairs.Tests;

/// <summary>How the learning rate moves, each formula written out.</summary>
internal static class ScheduleParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("[ScaleLr]", "ScaleLr(BaseBatchSize = 4, Rule = ScaleRule.SquareRoot)", static recipe => recipe with { BaseBatch = 4 }),
        new("[Warmup]", "Warmup(Steps = 3)", static recipe => recipe with { WarmupSteps = 3 }),
        new("[Linear]", "Linear(MinLr = 1e-3)", static recipe => recipe with
        {
            Anneal = static (lr, step, start, total) => 1e-3 + ((lr - 1e-3) * (1 - Done(step, start, total))),
        }),
        new("[Cosine]", "Cosine(MinLr = 1e-3)", static recipe => recipe with
        {
            Anneal = static (lr, step, start, total) => HalfCosine(lr, 1e-3, Done(step, start, total)),
        }),
        new("[CosineRestarts]", "CosineRestarts(Steps = 2, Multiplier = 2, MinLr = 1e-4)", static recipe => recipe with { Anneal = Restarted }),
        new("[OneCycle]", "OneCycle(PctStart = 0.25, DivFactor = 5, FinalDivFactor = 10)", static recipe => recipe with { Anneal = OneCycle }),
        new("[StepDecay]", "StepDecay(Steps = 3, Gamma = 0.5)", static recipe => recipe with
        {
            Anneal = static (lr, step, start, _) => lr * Math.Pow(0.5, (step - start) / 3),
        }),
        new("[Exponential]", "Exponential(0.7)", static recipe => recipe with
        {
            Anneal = static (lr, step, start, total) => lr * Math.Pow(0.7, (double)(step - start) / (total / Recipe.Epochs)),
        }),
        new("[Polynomial]", "Polynomial(2, MinLr = 1e-4)", static recipe => recipe with
        {
            Anneal = static (lr, step, start, total) => 1e-4 + ((lr - 1e-4) * Math.Pow(1 - Done(step, start, total), 2)),
        }),
        new("[ReduceLrOnPlateau]", "ReduceLrOnPlateau(0, Factor = 0.5, Threshold = 0.2)", static recipe => recipe with
        {
            Plateau = static lr => new LrPlateau(lr, patience: 0, factor: 0.5, threshold: 0.2),
        }),
    ];

    private static double Done(long step, long start, long total) => (double)(step - start) / (total - start);

    private static double HalfCosine(double from, double to, double done) => to + ((from - to) * 0.5 * (1 + Math.Cos(Math.PI * done)));

    private static double Restarted(double lr, long step, long start, long total)
    {
        var (steps, period) = (step - start, 2L);
        for (; steps >= period; period *= 2)
        {
            steps -= period;
        }
        return HalfCosine(lr, 1e-4, (double)steps / period);
    }

    private static double OneCycle(double lr, long step, long start, long total)
    {
        var peak = (0.25 * total) - 1;
        return step <= peak
            ? HalfCosine(lr / 5, lr, peak > 0 ? step / peak : 1)
            : HalfCosine(lr, lr / 5 / 10, (step - peak) / (total - 1 - peak));
    }
}
