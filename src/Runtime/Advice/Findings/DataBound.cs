namespace TrainSdk.Advice.Findings;

/// <summary>Training waits for batches.</summary>
internal sealed class DataBound : FindingRule
{
    /// <summary>Two fifths of the time; below that faster loading gains less than it costs.</summary>
    private const double Much = 0.4;
    private const double FewestSeconds = 5;

    public override string Id => "data-bound";

    public override Finding? Look(RunFacts run)
    {
        var times = run.History.Epochs.Where(static epoch => epoch.Times.Count > 0).ToArray();
        var data = times.Sum(static epoch => Finite(epoch.Times.GetValueOrDefault("data")));
        var all = times.Sum(static epoch => epoch.Seconds - Finite(epoch.Times.GetValueOrDefault("validation")));
        return all < FewestSeconds || data < Much * all ? null : Found(
            "training waits for its data",
            $"{Percent(data / all)} of {Text(all)} s of training went into waiting for batches",
            "more --workers, smaller pictures, fewer augmentations, or DataSet.ToMemory()");
    }

    private static double Finite(double seconds) => double.IsFinite(seconds) ? seconds : 0;
}
