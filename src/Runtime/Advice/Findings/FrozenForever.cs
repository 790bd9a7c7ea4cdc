using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>
/// Layers that were to be unfrozen never were, or stay frozen while the rest no longer gets on. Layers with their first, random weights
/// have nothing that freezing could preserve.
/// </summary>
internal sealed class FrozenForever : FindingRule
{
    private const int FewestSteps = 5;
    private const double Flat = 0.05;
    private const double Solved = 0.9;
    private const string Freeze = "freeze";

    public override string Id => "frozen-forever";

    public override Finding? Look(RunFacts run)
    {
        var frozen = run.History.Layers.GroupBy(static row => row.Layer)
            .Where(static rows => rows.Count() >= FewestSteps && rows.All(static row => row is { UpdateNorm: 0, GradNorm: 0 }))
            .Select(static rows => rows.Key)
            .ToArray();
        if (frozen.Length == 0)
        {
            return null;
        }
        var until = run.History.Config.Settings.Where(static setting => setting.Key.StartsWith(Freeze, StringComparison.Ordinal))
            .Select(setting => run.Number(setting.Key, 0))
            .FirstOrDefault(epoch => epoch >= run.Epochs);
        var stalls = run.IsFlat(Flat) && run.MetricOf(run.Epochs - 1).Train < Solved;
        var freeze = $"Freeze(\"{frozen[0].Split('.')[0]}\"";
        var later = $"[{freeze}, UntilEpoch = {NumberText.Format(Math.Max(1, run.Epochs / 3))})]";
        return until == 0 && !stalls ? null : Found(
            "frozen layers were never unfrozen",
            $"{string.Join(", ", frozen.Take(FewestSteps))} did not move in {HumanNumber.Count(run.Epochs, "epoch")}"
            + (until == 0 ? ", and the training loss no longer falls" : $", and were to be unfrozen in epoch {Text(until)}"),
            run.History.IsPretrained
                ? later
                : $"remove [{freeze})] unless its weights were trained elsewhere: the run has loaded none, or {later}");
    }
}
