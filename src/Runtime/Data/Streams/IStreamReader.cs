namespace TrainSdk.Data.Streams;

/// <summary>A place in a stream of samples.</summary>
internal interface IStreamReader : IDisposable
{
    /// <summary>The next samples; fewer at the stream's end, null after it. The tensors are the caller's.</summary>
    /// <exception cref="TrainException">The stream failed.</exception>
    SampleBatch? Read(int count);

    /// <summary>Passes over samples.</summary>
    /// <exception cref="TrainException">The stream failed, or ended before.</exception>
    void Skip(long count);
}
