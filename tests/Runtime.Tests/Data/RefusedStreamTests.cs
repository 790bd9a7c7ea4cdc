using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Streams that cannot be trained on, and samples of them that cannot be used.</summary>
public sealed class RefusedStreamTests
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    [Fact]
    public void WhatTheStreamThrowsIsToldAfterTheSamplesBefore()
    {
        var data = DataStream.From(static () => Failing(1100), NumberedStream.Collate, NumberedStream.Options(1000));
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 100, Sampler.Shuffled, 0, Cpu);
        var seen = 0;
        var failure = Assert.Throws<TrainException>(() =>
        {
            foreach (var batch in loader.Epoch(0))
            {
                seen++;
            }
        });
        Assert.Equal("the stream failed after 1100 samples: the line is down", failure.Message);
        Assert.Equal(11, seen);
    }

    [Fact]
    public void AStreamOfTrainingNeedsItsEpoch() => Refused(
        "StepsPerEpoch = 500", static () => BatchLoader.Sampled(NumberedStream.Of(10, steps: null), InputEncoding.None(1), 3, Sampler.Shuffled, 0, Cpu));

    [Fact]
    public void AStreamCannotBeSplit() => Refused("cannot be counted, split or selected", static () => NumberedStream.Of(10).Split(0));

    [Fact]
    public void AnEmptyStreamIsRefused() => Refused("gave no sample", static () => NumberedStream.Of(0));

    [Fact]
    public void ClassesNeedNames() => Refused(
        "ClassNames", static () => DataStream.From(static () => Enumerable.Range(0, 3), NumberedStream.Collate, new DataStreamOptions()));

    [Fact]
    public void AStreamThatCannotBeginAgainIsRefused()
    {
        var items = Enumerable.Range(0, 6).ToList();
        var opened = 0;
        var data = DataStream.From(() => ++opened > 2 ? [] : items, NumberedStream.Collate, NumberedStream.Options(steps: 3));
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 4, Sampler.Shuffled, 0, Cpu);
        Refused("opens it anew", () => BatchInputs.Of(loader.Epoch(0)));
    }

    [Fact]
    public void ALabelOutOfRangeNamesItsSample()
    {
        var data = DataStream.From(
            static () => Enumerable.Range(0, 2000),
            static items => new SampleBatch(
                torch.zeros(items.Count, 1), torch.tensor(items.Select(static number => number == 1500 ? 7L : 0L).ToArray())),
            NumberedStream.Options(steps: 20));
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 100, Sampler.Shuffled, 0, Cpu);
        Refused("sample 1500 of the stream has class index 7", () => BatchInputs.Of(loader.Epoch(0)));
    }

    private static IEnumerable<int> Failing(int count)
    {
        for (var number = 0; number < count; number++)
        {
            yield return number;
        }
        throw new IOException("the line\nis down");
    }

    private static void Refused(string part, Action action) =>
        Assert.Contains(part, Assert.Throws<TrainException>(action).Message, StringComparison.Ordinal);
}
