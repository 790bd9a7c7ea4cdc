using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Samples that are read one at a time, brought into memory.</summary>
public sealed class MemoryCopyTests
{
    [Fact]
    public void MemoryHoldsTheSameSamples()
    {
        var data = NumberedData.Read(60, static position => position == 7, OnBadSample.Skip);
        var memory = data.ToMemory();
        Assert.True(memory.IsInMemory);
        Assert.Equal(59, memory.Count);
        Assert.Equal(
            Enumerable.Range(0, 60).Where(static number => number != 7).Select(static number => (float)number), memory.Inputs.data<float>());
        Assert.Equal("file 8", memory.NameOf(7));
        Assert.Equal("file 7", Assert.Single(data.BadSamples).Name);
    }

    [Fact]
    public void MemoryRefusesABadSample() => Assert.Equal(
        "file 7 is cut off; fetch it again",
        Assert.Throws<TrainException>(() => NumberedData.Read(60, static position => position is 7 or 30).ToMemory()).Message);

    [Fact]
    public void SplitsOfReadSamplesAreThoseOfMemory()
    {
        var (memory, read) = (NumberedData.InMemory(300).Split(splitSeed: 4), NumberedData.Read(300).Split(splitSeed: 4));
        Assert.Equal(Numbers(memory.Train), Numbers(read.Train.ToMemory()));
        Assert.Equal(Numbers(memory.Validation!), Numbers(read.Validation!.ToMemory()));
        Assert.Equal(Numbers(memory.Test!), Numbers(read.Test!.ToMemory()));
        Assert.Equal(memory.Encoding.Mean[0], read.Encoding.Mean[0], 1e-10);
        Assert.Equal(memory.Encoding.Scale[0], read.Encoding.Scale[0], 1e-10);
    }

    private static float[] Numbers(DataSet data) => [.. data.Inputs.data<float>()];
}
