using TrainSdk.Recording.History;

namespace TrainSdk.Advice;

/// <summary>Steps whose loss was worse than an untrained model's, and far from that of the steps around them.</summary>
internal static class SpikingSteps
{
    /// <summary>The times that a spike is above the loss before anything was learned.</summary>
    public const double Untrained = 2;

    /// <summary>The times that it is above the median of its epoch.</summary>
    private const double Spike = 5;

    private const double AlmostAll = 0.6;
    private const int MostPerEpoch = 3;
    private const int FewestEpochs = 5;

    /// <summary>
    /// The spikes where some come in almost every epoch, but few, as when the same samples come round; else none. The first epoch does
    /// not count.
    /// </summary>
    /// <param name="steps">The steps whose loss was finite, the first first.</param>
    /// <param name="epochs">Epochs of the run.</param>
    public static IReadOnlyList<StepRow> In(IReadOnlyList<StepRow> steps, int epochs)
    {
        if (epochs < FewestEpochs || steps.Count == 0)
        {
            return [];
        }
        var usual = steps.GroupBy(static step => step.Epoch)
            .ToDictionary(static same => same.Key, static same => Series.Median(same.Select(static step => step.Loss)));
        var spikes = steps
            .Where(step => step.Epoch > 0 && step.Loss > Untrained * steps[0].Loss && step.Loss > Spike * usual[step.Epoch])
            .ToArray();
        var hit = spikes.GroupBy(static step => step.Epoch).Count();
        return hit < AlmostAll * (epochs - 1) || spikes.Length > MostPerEpoch * epochs ? [] : spikes;
    }
}
