namespace TrainSdk.Data;

/// <summary>
/// Samples that are read one at a time where they are needed, such as pictures in files: the inputs of a data set, or its targets. Write
/// one for data that no other source reads.
/// </summary>
public interface ISampleSource
{
    /// <summary>Number of samples, at least 1.</summary>
    long Count { get; }

    /// <summary>Type and shape of every sample.</summary>
    SampleForm Form { get; }

    /// <summary>
    /// What a resumed run compares to know that the data are the same, such as a hash of the files' names and sizes; empty for nothing but
    /// type, shape and count.
    /// </summary>
    string Identity => "";

    /// <summary>
    /// Writes a sample. Several threads call it at once, beside a training step: it calls no torch, keeps to buffers that it has, and
    /// gives the same bytes each time.
    /// </summary>
    /// <param name="position">Sample from 0.</param>
    /// <param name="sample">Room of <see cref="SampleForm.Bytes"/> bytes; what it holds beforehand is undefined.</param>
    /// <exception cref="TrainException">The sample cannot be used; the message names it, says why and what to do.</exception>
    void Read(long position, Span<byte> sample);

    /// <summary>What messages call a sample, such as its file.</summary>
    /// <param name="position">Sample from 0.</param>
    string NameOf(long position) => $"sample {position}";
}
