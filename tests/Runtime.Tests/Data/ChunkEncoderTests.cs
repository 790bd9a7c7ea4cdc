using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>The encoding ahead of use gives torch's bits: a model must not see where its input was encoded.</summary>
public sealed class ChunkEncoderTests
{
    public static TheoryData<ScalarType, ScalarType, long[]> Cases()
    {
        var cases = new TheoryData<ScalarType, ScalarType, long[]>();
        foreach (var raw in new[] { ScalarType.Byte, ScalarType.Float32, ScalarType.Float64 })
        {
            foreach (var model in new[] { ScalarType.Float32, ScalarType.Float64 })
            {
                cases.Add(raw, model, [3, 5, 7]);
                cases.Add(raw, model, [37]);
                cases.Add(raw, model, [4, 9]);
                cases.Add(raw, model, [1]);
            }
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryBitIsTorchs(ScalarType raw, ScalarType model, long[] shape)
    {
        using var scope = NewDisposeScope();
        torch.manual_seed(3).Dispose();
        var inputs = raw == ScalarType.Byte
            ? torch.randint(0, 256, [50, .. shape], dtype: ScalarType.Byte)
            : torch.randn([50, .. shape], dtype: raw).mul(1e3).add(7);
        var data = new DataSet(inputs, torch.zeros(50, dtype: ScalarType.Int64));
        var placement = new Placement(torch.CPU, model);
        foreach (var encoding in new[] { InputEncoding.Measure(data), InputEncoding.None(shape) })
        {
            var encoder = new ChunkEncoder(encoding, placement);
            Assert.True(encoder.Takes(raw));
            using var torchs = new InputEncoder(encoding, placement);
            var expected = torchs.Encode(inputs);
            var gathered = inputs.clone();
            var encoded = encoder.Keeps(raw) ? gathered : torch.empty_like(inputs, dtype: encoder.TypeOf(raw));
            encoder.Encode(HostMemory.AddressOf(gathered), raw, HostMemory.AddressOf(encoded), (int)encoded.NumberOfElements);
            Assert.Equal(expected.dtype, encoded.dtype);
            Assert.Equal(expected.bytes.ToArray(), encoded.bytes.ToArray());
        }
    }

    [Theory]
    [InlineData(ScalarType.Byte, ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16, ScalarType.Float32)]
    [InlineData(ScalarType.Int32, ScalarType.Float32)]
    public void OtherTypesAreLeftToTorch(ScalarType raw, ScalarType model) =>
        Assert.False(new ChunkEncoder(InputEncoding.None(2), new Placement(torch.CPU, model)).Takes(raw));

    // Bytes travel to a GPU and are encoded there: a quarter of the numbers' size.
    [Fact]
    public void NothingIsEncodedAheadForAGpu() =>
        Assert.False(new ChunkEncoder(InputEncoding.None(2), new Placement(new Device(DeviceType.CUDA, 0), ScalarType.Float32)).Takes(ScalarType.Byte));
}
