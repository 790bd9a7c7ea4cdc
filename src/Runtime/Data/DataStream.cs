using TrainSdk.Data.Streams;

namespace TrainSdk.Data;

/// <summary>
/// Samples that come one after the other, such as rows of a query or of a file larger than memory. A thread reads ahead of the training
/// step, at most two batches; what is in memory does not grow with the stream.
/// </summary>
/// <remarks>
/// The inputs' statistics are measured on the first 1,024 samples. A resumed run reads the stream again up to where it stopped, so that it
/// goes on with the very next sample: the stream gives the same samples in the same order each time it is opened.
/// </remarks>
public static class DataStream
{
    /// <summary>Samples of anything that can be enumerated.</summary>
    /// <typeparam name="T">A sample as the stream gives it.</typeparam>
    /// <param name="open">Begins the stream; called again for each pass. It is enumerated on another thread and calls no torch.</param>
    /// <param name="collate">Makes tensors of some samples, on the training thread.</param>
    /// <param name="options">What there is to know of the stream.</param>
    /// <exception cref="TrainException">The stream is empty, or its first samples cannot be used.</exception>
    public static DataSet From<T>(
        Func<IEnumerable<T>> open, Func<IReadOnlyList<T>, SampleBatch> collate, DataStreamOptions? options = null) =>
        StreamStart.Read(new SampleStream<T>(_ => open(), collate, options ?? new DataStreamOptions()));

    /// <summary>Samples of anything that can be enumerated asynchronously.</summary>
    /// <typeparam name="T">A sample as the stream gives it.</typeparam>
    /// <param name="open">Begins the stream; called again for each pass. The token ends it where no more is needed.</param>
    /// <param name="collate">Makes tensors of some samples, on the training thread.</param>
    /// <param name="options">What there is to know of the stream.</param>
    /// <exception cref="TrainException">The stream is empty, or its first samples cannot be used.</exception>
    public static DataSet FromAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> open, Func<IReadOnlyList<T>, SampleBatch> collate,
        DataStreamOptions? options = null) =>
        StreamStart.Read(new SampleStream<T>(
            cancel => open(cancel).ToBlockingEnumerable(cancel), collate, options ?? new DataStreamOptions()));
}
