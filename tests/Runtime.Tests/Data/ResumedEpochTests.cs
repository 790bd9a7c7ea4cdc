using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class ResumedEpochTests
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    [Theory]
    [InlineData(97, 16, 0)]
    [InlineData(97, 16, 5)]
    [InlineData(97, 16, 6)]
    [InlineData(1000, 7, 100)]
    public void AResumedEpochGoesOnWithTheBatchThatComesNext(int count, int batchSize, int done)
    {
        using var loader = BatchLoader.Shuffled(NumberedSamples.Of(count), InputEncoding.None(1), batchSize, seed: 9, Cpu);
        var seen = new List<float>();
        foreach (var batch in loader.Epoch(3, step: (3 * loader.BatchesPerEpoch) + done))
        {
            seen.AddRange(batch.Input.data<float>().ToArray());
        }
        var left = done == loader.BatchesPerEpoch ? [] : Permutation.Of(count, 9, 3).Skip(done * batchSize);
        Assert.Equal(left.Select(static i => (float)i), seen);
    }

    [Fact]
    public void AStepOfAnotherEpochIsRefused()
    {
        using var loader = BatchLoader.Shuffled(NumberedSamples.Of(97), InputEncoding.None(1), 16, seed: 9, Cpu);
        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Epoch(3, step: 17));
        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Epoch(3, step: 25));
    }
}
