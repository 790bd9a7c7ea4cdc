using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Samples that cannot be read, in batches that workers read.</summary>
public sealed class BadSampleTests : IDisposable
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    public void Dispose() => LoaderWorkers.Use(LoaderWorkers.Default);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void ABadSampleEndsTheEpochAtItsBatch(int workers)
    {
        LoaderWorkers.Use(workers);
        using var loader = BatchLoader.InOrder(NumberedData.Read(60, static position => position == 25), InputEncoding.None(1), 10, Cpu);
        var seen = 0;
        var failure = Assert.Throws<TrainException>(() =>
        {
            foreach (var batch in loader)
            {
                seen++;
            }
        });
        Assert.Equal("file 25 is cut off; fetch it again", failure.Message);
        Assert.Equal(2, seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void ABadSampleCanBeLeftOut(int workers)
    {
        LoaderWorkers.Use(workers);
        var data = NumberedData.Read(60, static position => position % 20 == 5, OnBadSample.Skip);
        using var loader = BatchLoader.InOrder(data, InputEncoding.None(1), 10, Cpu);
        for (var round = 0; round < 2; round++)
        {
            var batches = BatchInputs.Of(loader.Epoch(0));
            Assert.Equal([9, 10, 9, 10, 9, 10], batches.Select(static batch => batch.Length));
            Assert.Equal(
                Enumerable.Range(0, 60).Where(static number => number % 20 != 5).Select(static number => (float)number),
                batches.SelectMany(static batch => batch));
        }
        Assert.Equal(["file 25", "file 45", "file 5"], data.BadSamples.Select(static sample => sample.Name).Order(StringComparer.Ordinal));
        Assert.All(data.BadSamples, static sample => Assert.Contains("is cut off", sample.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void ABatchWithoutAnySampleIsAnError()
    {
        using var loader = BatchLoader.InOrder(
            NumberedData.Read(30, static position => position is >= 10 and < 20, OnBadSample.Skip), InputEncoding.None(1), 10, Cpu);
        var failure = Assert.Throws<TrainException>(() => BatchInputs.Of(loader.Epoch(0)));
        Assert.StartsWith("none of the 10 samples of a batch could be read, the first file 10;", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatASourceThrowsNamesTheSample()
    {
        using var loader = BatchLoader.InOrder(
            NumberedData.Read(10, static position => position == 3 ? throw new FormatException("odd\nlength") : false), InputEncoding.None(1), 4, Cpu);
        var failure = Assert.Throws<TrainException>(() => BatchInputs.Of(loader.Epoch(0)));
        Assert.Equal("file 3 could not be read: odd length", failure.Message);
    }
}
