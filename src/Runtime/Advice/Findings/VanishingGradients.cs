namespace TrainSdk.Advice.Findings;

/// <summary>The gradients of early layers are lost on the way back through the model.</summary>
internal sealed class VanishingGradients : FindingRule
{
    /// <summary>Relative to its weights, a layer gets a thousandth of what another gets (Glorot and Bengio 2010 measure it so).</summary>
    private const double Vanished = 1e-3;
    private const int FewestLayers = 4;
    private const int FewestSteps = 4;

    public override string Id => "vanishing-gradients";

    public override Finding? Look(RunFacts run)
    {
        var layers = run.Trained.Where(static row => !double.IsNaN(row.DeadShare))
            .GroupBy(static row => row.Layer)
            .Where(static rows => rows.Count() >= FewestSteps)
            .Select(static rows => (Layer: rows.Key, Slope: Series.Median(rows.Select(static row => row.GradNorm / row.WeightNorm))))
            .ToArray();
        if (layers.Length < FewestLayers || run.LastLoss < run.FirstLoss / 2)
        {
            return null;
        }
        var most = layers.MaxBy(static layer => layer.Slope);
        var least = layers.Take(layers.Length / 2).MinBy(static layer => layer.Slope);
        return least.Slope > Vanished * most.Slope ? null : Found(
            "gradients vanish on their way to the first layers",
            $"relative to its weights {least.Layer} got a gradient of {Text(least.Slope)}, {most.Layer} of {Text(most.Slope)}",
            "BatchNorm between the layers, ReLU in place of Sigmoid and Tanh, or connections that skip layers");
    }
}
