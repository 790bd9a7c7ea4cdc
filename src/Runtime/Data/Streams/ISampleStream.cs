namespace TrainSdk.Data.Streams;

/// <summary>Samples that come one after the other, whatever their type.</summary>
internal interface ISampleStream
{
    /// <summary>What there is to know of it.</summary>
    DataStreamOptions Options { get; }

    /// <summary>Begins to read.</summary>
    /// <param name="repeats">Whether the stream begins again where it ends.</param>
    /// <param name="seed">Decides on the order in which the shuffle buffer gives samples; null for the stream's own order.</param>
    /// <param name="ahead">Samples that are read ahead of use.</param>
    IStreamReader Open(bool repeats, long? seed, int ahead);
}
