using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>Much of a layer gets no gradient any more, as behind ReLUs that are off for every sample.</summary>
internal sealed class DeadUnits : FindingRule
{
    /// <summary>Half of a layer. Lu et al. (2019) call a ReLU dead that is off for all inputs; a batch of 16 must do here.</summary>
    private const double Dead = 0.5;
    private const double FewestSamples = 16;
    private const int Last = 3;

    public override string Id => "dead-units";

    public override Finding? Look(RunFacts run)
    {
        if (run.SamplesPerStep < FewestSamples)
        {
            return null;
        }
        var layers = run.Trained.Where(static row => row.Step >= Last && !double.IsNaN(row.DeadShare))
            .GroupBy(static row => row.Layer)
            .Where(static rows => rows.Count() >= Last)
            .Select(static rows => (Layer: rows.Key, Share: rows.TakeLast(Last).Min(static row => row.DeadShare), rows.Last().Step))
            .Where(static layer => layer.Share >= Dead)
            .ToArray();
        return layers.Length == 0 ? null : Found(
            "units are dead",
            string.Join(", ", layers.Select(layer => $"{Percent(layer.Share)} of {layer.Layer}"))
            + $" got no gradient in the last watched steps, up to step {NumberText.Format(layers.Max(static layer => layer.Step))}",
            $"[Hyperparams(Lr = {NumberText.Format(OneDigit(run.Lr / 10))})], "
            + (run.Has("warmup") ? "" : $"{Warmup(run)}, ") + "or LeakyReLU in place of ReLU");
    }
}
