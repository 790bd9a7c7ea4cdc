using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class BatchLoaderTests
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    [Theory]
    [InlineData(100, 7, 15)]
    [InlineData(96, 16, 6)]
    [InlineData(97, 16, 6)]
    [InlineData(98, 16, 7)]
    [InlineData(257, 16, 16)]
    [InlineData(513, 2, 256)]
    [InlineData(5, 1, 5)]
    [InlineData(1, 1, 1)]
    [InlineData(16, 16, 1)]
    public void EverySampleComesOncePerEpochWithItsTarget(int count, int batchSize, int batches)
    {
        using var loader = BatchLoader.Shuffled(NumberedSamples.Of(count), InputEncoding.None(1), batchSize, 0, Cpu);
        Assert.Equal(batches, loader.BatchesPerEpoch);
        var sizes = new List<long>();
        var seen = new List<float>();
        foreach (var batch in loader.Epoch(0))
        {
            sizes.Add(batch.Count);
            Assert.Equal([batch.Count, 1L], batch.Input.shape);
            Assert.Equal(batch.Input.data<float>().ToArray(), batch.Target.data<float>().ToArray());
            seen.AddRange(batch.Input.data<float>().ToArray());
        }
        Assert.Equal(batches, sizes.Count);
        Assert.All(sizes.SkipLast(1), size => Assert.Equal(batchSize, size));
        Assert.True(batchSize == 1 || sizes.All(static size => size > 1), "BatchNorm refuses a batch of one sample");
        Assert.Equal(Enumerable.Range(0, count).Select(static i => (float)i), seen.Order());
    }

    [Fact]
    public void TheOrderIsThePermutationOfSeedAndEpoch()
    {
        using var loader = BatchLoader.Shuffled(NumberedSamples.Of(100), InputEncoding.None(1), 16, seed: 9, Cpu);
        Assert.Equal(Permutation.Of(100, 9, 0).Select(static i => (float)i), Order(loader, 0));
        Assert.Equal(Permutation.Of(100, 9, 5).Select(static i => (float)i), Order(loader, 5));
        Assert.Equal(Order(loader, 1), Order(loader, 1));
    }

    [Fact]
    public void EvaluationKeepsTheOrder()
    {
        using var loader = BatchLoader.InOrder(NumberedSamples.Of(100), InputEncoding.None(1), 16, Cpu);
        var seen = new List<float>();
        foreach (var batch in loader)
        {
            seen.AddRange(batch.Input.data<float>().ToArray());
        }
        Assert.Equal(Enumerable.Range(0, 100).Select(static i => (float)i), seen);
    }

    [Fact]
    public void BytesAreKeptUntilUsedAndTokensStayWhole()
    {
        using var bytes = torch.arange(12, dtype: ScalarType.Byte).reshape(6, 2);
        var data = new DataSet(bytes, torch.zeros(6, dtype: ScalarType.Int64));
        Assert.Equal(ScalarType.Float32, FirstType(data, InputEncoding.Measure(data)));
        Assert.Equal(ScalarType.Byte, data.Inputs.dtype);
        var tokens = new DataSet(torch.ones(6, 2, dtype: ScalarType.Int64), torch.zeros(6, dtype: ScalarType.Int64));
        Assert.True(InputEncoding.Measure(tokens).IsTokens);
        Assert.Equal(ScalarType.Int64, FirstType(tokens, InputEncoding.Measure(tokens)));
    }

    [Fact]
    public void AnEpochLeavesNoTensorEvenWhenItIsBrokenOff()
    {
        using var loader = BatchLoader.Shuffled(NumberedSamples.Of(1000), InputEncoding.None(1), 16, 0, Cpu);
        var before = LiveTensors.Count();
        foreach (var _ in loader.Epoch(0))
        {
        }
        foreach (var _ in loader.Epoch(1))
        {
            break;
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    // A step that scales its input in place must not reach the data.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void BatchesAreCopies(bool normalised)
    {
        var data = NumberedSamples.Of(4);
        using var loader = BatchLoader.InOrder(data, normalised ? InputEncoding.Measure(data) : InputEncoding.None(1), 4, Cpu);
        foreach (var batch in loader)
        {
            batch.Input.fill_(-1);
            batch.Target.fill_(-1);
        }
        Assert.Equal([0f, 1, 2, 3], data.Inputs.data<float>().ToArray());
        Assert.Equal([0f, 1, 2, 3], data.Targets.data<float>().ToArray());
    }

    // What was made of a batch may be kept after the next batch has come, as a metric over the whole split does with targets.
    [Fact]
    public void AViewOfABatchKeepsItsNumbers()
    {
        using var scope = NewDisposeScope();
        using var loader = BatchLoader.Shuffled(NumberedSamples.Of(1000), InputEncoding.None(1), 16, 4, Cpu);
        var kept = new List<Tensor>();
        foreach (var batch in loader.Epoch(0))
        {
            kept.Add(batch.Target.alias());
        }
        Assert.Equal(Permutation.Of(1000, 4, 0).Select(static i => (float)i), torch.cat(kept).data<float>().ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void InputsAndTargetsFollowTheModelsType(ScalarType type)
    {
        using var loader = BatchLoader.Shuffled(NumberedSamples.Of(40), InputEncoding.None(1), 16, 4, new Placement(torch.CPU, type));
        foreach (var batch in loader.Epoch(0))
        {
            Assert.Equal((type, type), (batch.Input.dtype, batch.Target.dtype));
            Assert.Equal(batch.Input.to(ScalarType.Float32).data<float>().ToArray(), batch.Target.to(ScalarType.Float32).data<float>().ToArray());
        }
    }

    // Transposed inputs have the right numbers in the wrong places of memory.
    [Fact]
    public void InputsThatAreNotContiguousComeRight()
    {
        var columns = torch.arange(12, dtype: ScalarType.Float32).reshape(2, 6).t();
        using var loader = BatchLoader.InOrder(
            new DataSet(columns, torch.zeros(6, dtype: ScalarType.Int64)), InputEncoding.None(2), 4, Cpu);
        var seen = new List<float>();
        foreach (var batch in loader)
        {
            seen.AddRange(batch.Input.data<float>().ToArray());
        }
        Assert.Equal([0f, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11], seen);
    }

    private static ScalarType FirstType(DataSet data, InputEncoding encoding)
    {
        using var loader = BatchLoader.InOrder(data, encoding, 2, Cpu);
        foreach (var batch in loader)
        {
            return batch.Input.dtype;
        }
        throw new InvalidOperationException();
    }

    private static float[] Order(BatchLoader loader, int epoch)
    {
        var seen = new List<float>();
        foreach (var batch in loader.Epoch(epoch))
        {
            seen.AddRange(batch.Input.data<float>().ToArray());
        }
        return [.. seen];
    }
}
