using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>Single gradients are far longer than any of the run's beginning.</summary>
internal sealed class ExplodingGradients : FindingRule
{
    /// <summary>Pascanu et al. (2013) clip where the norm leaves its usual range; ten times the largest is far outside.</summary>
    private const double Explosion = 10;
    private const int Start = 10;
    private const int Fewest = 3;

    public override string Id => "exploding-gradients";

    public override Finding? Look(RunFacts run)
    {
        if (run.Steps.Count <= 2 * Start || run.Has("clipGradNorm") || run.Has("clipGradValue"))
        {
            return null;
        }
        var usual = run.Steps.Take(Start).Max(static step => step.GradNorm);
        var exploded = run.Steps.Skip(Start).Where(step => step.GradNorm > Explosion * usual).ToArray();
        if (exploded.Length < Fewest)
        {
            return null;
        }
        var largest = exploded.MaxBy(static step => step.GradNorm);
        var layer = run.Trained.Where(static row => row.Step > Start).OrderByDescending(static row => row.GradNorm).FirstOrDefault().Layer;
        return Found(
            "gradients explode",
            $"{HumanNumber.Count(exploded.Length, "step")} had a gradient more than {Explosion} times the largest of the first {Start} "
            + $"steps, {Text(largest.GradNorm)} in step {NumberText.Format(largest.Step)}"
            + (layer is null ? "" : $"; the largest were those of {layer}"),
            "[ClipGradNorm(1.0)]");
    }
}
