namespace TrainSdk.Data.Streams;

/// <summary>A stream of one type of sample.</summary>
/// <typeparam name="T">A sample as the stream gives it.</typeparam>
/// <param name="open">Begins a pass.</param>
/// <param name="collate">Makes tensors of some samples.</param>
/// <param name="options">What there is to know of it.</param>
internal sealed class SampleStream<T>(
    Func<CancellationToken, IEnumerable<T>> open, Func<IReadOnlyList<T>, SampleBatch> collate, DataStreamOptions options) : ISampleStream
{
    /// <inheritdoc/>
    public DataStreamOptions Options => options;

    /// <inheritdoc/>
    public IStreamReader Open(bool repeats, long? seed, int ahead) =>
        new StreamReader<T>(cancel => Items(repeats, seed, cancel), collate, ahead);

    private IEnumerable<T> Items(bool repeats, long? seed, CancellationToken cancel)
    {
        var pass = 0L;
        do
        {
            var isEmpty = true;
            var items = open(cancel);
            foreach (var item in seed is { } own && options.ShuffleBuffer > 1
                ? ShuffleBuffer.Of(items, options.ShuffleBuffer, own, pass)
                : items)
            {
                isEmpty = false;
                yield return item;
            }
            if (isEmpty)
            {
                throw new TrainException(pass == 0
                    ? "the stream gave no sample; give one that begins with its first sample each time it is opened"
                    : "the stream gave samples once only; give a function that opens it anew, such as () => File.ReadLines(path)");
            }
            pass++;
        }
        while (repeats);
    }
}
