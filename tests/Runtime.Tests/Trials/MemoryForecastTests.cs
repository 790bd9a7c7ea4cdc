using TrainSdk.Trials;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Trials;

public sealed class MemoryForecastTests
{
    // 100 bytes before, 30 for the model and 2 for each sample; 200 are free, of which 160 may be used.
    [Fact]
    public void WhatGrowsWithTheBatchGrowsInProportion()
    {
        var forecast = new MemoryForecast(before: 100, free: 200);
        Assert.Equal(260, forecast.Limit);
        Assert.True(forecast.Fits(16));

        forecast.Add(16, 100 + 30 + 32);
        Assert.Equal(162 + (3 * 16), forecast.Of(32));
        forecast.Add(32, 100 + 30 + 64);
        Assert.Equal(100 + 30 + 128, forecast.Of(64));
        Assert.True(forecast.Fits(64));
        forecast.Add(64, 258);
        Assert.False(forecast.Fits(128));
    }

    [Fact]
    public void MemoryThatIsTakenIsSeen()
    {
        const int Taken = 64 << 20;
        using var peak = new MemoryPeak();
        var before = Environment.WorkingSet;

        // A tensor, since the collector may give an array pages that the process holds already.
        using var tensor = ones(Taken, dtype: uint8);
        Assert.InRange(peak.Bytes - before, Taken / 2, 4L * Taken);
        Assert.InRange(MemoryPeak.Free(), 1L << 20, 1L << 45);
    }
}
