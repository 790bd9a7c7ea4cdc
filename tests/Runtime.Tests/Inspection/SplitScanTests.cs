using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Inspection;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Inspection;

public sealed class SplitScanTests
{
    [Theory]
    [InlineData(ScalarType.Float32, new long[] { 200, 5 })]
    [InlineData(ScalarType.Float64, new long[] { 7, 1 })]
    [InlineData(ScalarType.Float64, new long[] { 40, 3, 6, 5 })]
    [InlineData(ScalarType.Byte, new long[] { 50, 3, 4, 4 })]
    [InlineData(ScalarType.Float32, new long[] { 30, 4, 5 })]
    public void RangesAreThoseOfTorch(ScalarType type, long[] shape)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var inputs = (type == ScalarType.Byte ? randint(0, 256, shape) : (randn(shape, dtype: ScalarType.Float64) * 3) + 1000).to(type);
        var scan = SplitScan.Of("training", new DataSet(inputs, zeros(shape[0], dtype: ScalarType.Int64)));
        var values = inputs.to(ScalarType.Float64);
        var features = shape.Length is 2 or 4 ? values.transpose(0, 1).reshape(shape[1], -1) : values.reshape(1, -1);
        Assert.Equal(features.shape[0], scan.Ranges.Count);
        for (var at = 0; at < scan.Ranges.Count; at++)
        {
            var range = scan.Ranges[at];
            Assert.Equal(features[at].min().ToDouble(), range.Low);
            Assert.Equal(features[at].max().ToDouble(), range.High);
            Assert.Equal(features[at].mean().ToDouble(), range.Mean, 1e-9);
            Assert.Equal(features[at].std(unbiased: false).ToDouble(), range.Deviation, 1e-9);
        }
    }

    [Fact]
    public void SamplesAreEqualWhereTheirInputsAre()
    {
        var scan = SplitScan.Of("training", DataSet.FromArrays(new float[,] { { 1, 2 }, { 2, 1 }, { 1, 2 } }, [0, 1, 1]));
        Assert.Equal(scan.Hashes[0], scan.Hashes[2]);
        Assert.NotEqual(scan.Hashes[0], scan.Hashes[1]);
        Assert.Equal([1, 2], scan.ClassCounts);
    }

    [Fact]
    public void TokensHaveNoRange() => Assert.Empty(
        SplitScan.Of("training", new DataSet(ones(4, 3, dtype: ScalarType.Int64), zeros(4, dtype: ScalarType.Int64))).Ranges);

    [Fact]
    public void WhatCannotBeReadIsListedAndTheRestIsMeasured()
    {
        var scan = SplitScan.Of("training", new DataSet(new HoledSource(), zeros(40, dtype: ScalarType.Int64), classNames: null));
        Assert.Equal(["sample 7 is broken", "sample 33 holds NaN or infinity; remove or fill it"], scan.Problems);
        Assert.Equal([7, 33], scan.Hashes.Index().Where(static hash => hash.Item is null).Select(static hash => hash.Index));
        Assert.Equal((0, 39), (scan.Ranges[0].Low, scan.Ranges[0].High));
    }

    /// <summary>Numbers from 0 to 39, of which one cannot be read and one is NaN.</summary>
    private sealed class HoledSource : ISampleSource
    {
        public long Count => 40;

        public SampleForm Form { get; } = new(ScalarType.Float64, [1]);

        public void Read(long position, Span<byte> sample)
        {
            if (position == 7)
            {
                throw new TrainException("sample 7 is broken");
            }
            BitConverter.TryWriteBytes(sample, position == 33 ? double.NaN : position);
        }
    }
}
