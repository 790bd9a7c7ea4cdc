namespace TrainSdk.Sweeps;

/// <summary>
/// The median stopping rule (Golovin et al., Google Vizier, KDD 2017): after an epoch a trial is stopped where its best value so far is
/// strictly worse than the median, over the finished trials, of the means of their values up to that epoch. It begins with the fifth
/// finished trial, as in Optuna, and with a trial's fifth epoch, as Azure's policy advises for savings without a loss.
/// </summary>
internal sealed class MedianStopping(Objective objective)
{
    /// <summary>Finished trials before the first is stopped.</summary>
    public const int FewestTrials = 5;

    /// <summary>Epochs that every trial is given.</summary>
    public const int FewestEpochs = 5;

    private readonly List<double[]> _finished = [];

    /// <summary>Takes a trial that was trained to its end.</summary>
    /// <param name="values">Its value after each epoch.</param>
    public void Add(IEnumerable<double> values) => _finished.Add([.. values]);

    /// <summary>Whether a trial is to be stopped.</summary>
    /// <param name="values">Its value after each epoch so far.</param>
    public bool Stops(IReadOnlyCollection<double> values)
    {
        if (values.Count < FewestEpochs || _finished.Count < FewestTrials)
        {
            return false;
        }
        var best = values.Aggregate(double.NaN, (best, value) => objective.IsBetter(value, best) ? value : best);
        return objective.IsBetter(Median(_finished.Select(trial => Mean(trial.Take(values.Count)))), best);
    }

    private static double Mean(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    // Of an even number the mean of the two in the middle, so that it does not matter which direction is the better one.
    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Where(double.IsFinite).Order()];
        var middle = ordered.Length / 2;
        return ordered.Length == 0 ? double.NaN
            : ordered.Length % 2 == 1 ? ordered[middle]
            : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
