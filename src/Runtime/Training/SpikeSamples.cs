using TrainSdk.Advice;
using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Settings;

namespace TrainSdk.Training;

/// <summary>Finds the training samples that stand in the batches of steps whose loss spiked, and notes them in the events.</summary>
internal static class SpikeSamples
{
    /// <summary>Of runs whose spikes have another cause, one in a hundred may name a sample.</summary>
    private const double Chance = 0.01;
    private const int MostNamed = 5;

    /// <summary>Notes them; <c>steps.csv</c> is complete.</summary>
    public static void Record(RunSetup setup, RunFolder folder, int epochs)
    {
        var data = setup.Data.Train;
        if (data.Stream is not null)
        {
            return;
        }
        var spikes = SpikingSteps.In([.. HistoryTables.Steps(folder.Steps).Where(static step => double.IsFinite(step.Loss))], epochs);
        var batches = spikes.Select(step => BatchOf(step, setup)).ToArray();
        var share = (double)setup.Batches.BatchSize * setup.Accumulate / data.Count;
        var events = new RunEvents(folder, TimeProvider.System);
        foreach (var (sample, count) in batches.SelectMany(static batch => batch).CountBy(static sample => sample)
            .Where(pair => data.Count * AtLeast(pair.Value, batches.Length, share) < Chance)
            .OrderByDescending(static pair => pair.Value).Take(MostNamed))
        {
            var times = $"{NumberText.Format(count)} of {HumanNumber.Count(batches.Length, "spike")}";
            events.Add(spikes[^1].Step, RunEvents.LossSpike, $"{data.NameOf(sample).Replace(',', ' ')} is in {times}");
        }
    }

    private static IEnumerable<long> BatchOf(StepRow step, RunSetup setup) => setup.Batches
        .Positions(step.Epoch, step.Step % setup.StepsPerEpoch * setup.Accumulate, setup.Accumulate)
        .SelectMany(static batch => batch).Distinct();

    // The probability that a sample which has nothing to do with them is in so many of the batches: the binomial distribution's upper tail.
    private static double AtLeast(int count, int batches, double share)
    {
        var term = Math.Pow(1 - share, batches);
        var below = 0.0;
        for (var hits = 0; hits < count; hits++)
        {
            below += term;
            term *= (batches - hits) / (hits + 1.0) * share / (1 - share);
        }
        return 1 - below;
    }
}
