using TrainSdk.Data;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>Samples that take their time, as from a slow disk.</summary>
/// <param name="source">The samples.</param>
/// <param name="milliseconds">What one takes.</param>
internal sealed class SlowSource(ISampleSource source, int milliseconds) : ISampleSource
{
    public long Count => source.Count;

    public SampleForm Form => source.Form;

    public void Read(long position, Span<byte> sample)
    {
        Thread.Sleep(milliseconds);   // the illness itself: samples that take their time
        source.Read(position, sample);
    }
}
