namespace TrainSdk.Data;

/// <summary>The samples of one optimizer step, found again.</summary>
internal static class StepSamples
{
    /// <summary>Positions in the training split of each batch of a step.</summary>
    /// <param name="order">Sample by place in the epoch.</param>
    /// <param name="batchSize">Samples per batch.</param>
    /// <param name="accumulate">Batches per step.</param>
    /// <param name="stepOfEpoch">Optimizer step of the epoch, from 0.</param>
    public static IReadOnlyList<long[]> Of(long[] order, int batchSize, int accumulate, long stepOfEpoch)
    {
        var bounds = new BatchBounds(order.Length, batchSize);
        var first = stepOfEpoch * accumulate;
        var batches = new List<long[]>();
        var start = 0L;
        for (var batch = 0L; batch < first + accumulate && start < order.Length; batch++)
        {
            var end = bounds.End(start);
            if (batch >= first)
            {
                batches.Add(order[(int)start..(int)end]);
            }
            start = end;
        }
        return batches;
    }
}
