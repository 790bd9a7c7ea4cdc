using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Kills;

/// <summary>Pictures in memory that workers read one by one, as if they were files.</summary>
internal sealed class ReadPictures(Tensor pictures) : ISampleSource
{
    private readonly byte[] _pixels = pictures.bytes.ToArray();

    public long Count { get; } = pictures.shape[0];

    public SampleForm Form { get; } = new(pictures.dtype, pictures.shape[1..]);

    public void Read(long position, Span<byte> sample) => _pixels.AsSpan((int)position * sample.Length, sample.Length).CopyTo(sample);
}
