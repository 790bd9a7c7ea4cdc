namespace TrainSdk.Data.Loading;

/// <summary>How long an epoch of training is.</summary>
internal static class EpochLength
{
    /// <summary>Batches in one epoch.</summary>
    /// <param name="data">The training split.</param>
    /// <param name="batchSize">Samples per batch.</param>
    /// <param name="accumulate">Batches per optimizer step.</param>
    /// <exception cref="TrainException">The data are a stream without StepsPerEpoch.</exception>
    public static long Batches(DataSet data, int batchSize, int accumulate)
    {
        if (data.Stream is not { } stream)
        {
            return BatchBounds.Count(data.Count, batchSize);
        }
        return stream.Options.StepsPerEpoch is { } steps and > 0
            ? steps * accumulate
            : throw new TrainException(
                "the training data are a stream, whose length is unknown; "
                + "say what an epoch is: new DataStreamOptions { StepsPerEpoch = 500 }");
    }
}
