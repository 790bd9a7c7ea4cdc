using System.Buffers.Binary;
using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Samples that are read: each holds its own position, as float32. Some cannot be read.</summary>
internal sealed class NumberedSource(long count, Predicate<long>? isBad = null, SampleForm? form = null) : ISampleSource
{
    private int _reads;

    public long Count => count;

    public SampleForm Form { get; } = form ?? new SampleForm(torch.ScalarType.Float32, [1]);

    public string Identity => "numbered";

    public int Reads => _reads;

    public void Read(long position, Span<byte> sample)
    {
        Interlocked.Increment(ref _reads);
        if (isBad?.Invoke(position) ?? false)
        {
            throw new TrainException($"file {position} is cut off; fetch it again");
        }
        if (Form.Type == torch.ScalarType.Byte)
        {
            sample.Fill((byte)position);
            return;
        }
        BinaryPrimitives.WriteSingleLittleEndian(sample, position);
    }

    public string NameOf(long position) => $"file {position}";
}
