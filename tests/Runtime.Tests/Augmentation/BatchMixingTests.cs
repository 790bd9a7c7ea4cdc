using TorchSharp;
using TrainSdk.Augmentation;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Runtime.Tests.Augmentation;

/// <summary>MixUp and CutMix: what they make of a batch, its targets, and with which probabilities.</summary>
public sealed class BatchMixingTests
{
    private const int Count = 5;

    private readonly Batch _images = new(arange(Count * 2 * 6 * 7, dtype: float64).reshape(Count, 2, 6, 7), tensor(new long[] { 0, 2, 1, 1, 3 }), Count);

    public static TheoryData<double> Alphas =>
        [.. Fixture.Open("mixing").EnumerateObject().Select(static alpha => double.Parse(alpha.Name, System.Globalization.CultureInfo.InvariantCulture))];

    [Fact]
    public void MixUpAddsTheSampleBefore()
    {
        var mixed = BatchMixing.Added(_images, 0.7);
        for (var sample = 0; sample < Count; sample++)
        {
            var expected = (_images.Input[sample] * 0.7) + (_images.Input[(sample + Count - 1) % Count] * (1 - 0.7));
            Assert.True(expected.Equals(mixed.Input[sample]));
        }
        Assert.Equal(0.7, mixed.Share);
        Assert.Equal(0, _images.Input[0, 0, 0, 0].ToDouble());
    }

    [Fact]
    public void CutMixTakesARectangleOfTheSampleBefore()
    {
        var cut = new Rectangle(1, 2, 3, 4);
        var mixed = BatchMixing.Cut(_images, cut);
        for (var sample = 0; sample < Count; sample++)
        {
            for (var (row, column) = (0, 0); row < 6; (row, column) = column == 6 ? (row + 1, 0) : (row, column + 1))
            {
                var isCut = row is >= 1 and < 4 && column is >= 2 and < 6;
                var from = isCut ? (sample + Count - 1) % Count : sample;
                Assert.Equal(_images.Input[from, 1, row, column].ToDouble(), mixed.Input[sample, 1, row, column].ToDouble());
            }
        }
        Assert.Equal(1 - (12.0 / 42), mixed.Share, 1e-15);
        Assert.Equal(0, _images.Input[0, 0, 0, 0].ToDouble());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void TheLossIsThatOfBothClassesByTheirShares(double smoothing)
    {
        var output = randn(Count, 4, dtype: float64, generator: new Generator(3));
        var mixed = BatchMixing.Added(_images, 0.3);
        var loss = cross_entropy(output, mixed.TargetLike(output), label_smoothing: smoothing).ToDouble();
        var own = cross_entropy(output, _images.Target, label_smoothing: smoothing).ToDouble();
        var other = cross_entropy(output, _images.Target.roll(1, 0), label_smoothing: smoothing).ToDouble();
        Assert.Equal((0.3 * own) + (0.7 * other), loss, 1e-12);
    }

    [Fact]
    public void TargetsMayBeSharesAlready()
    {
        var shares = tensor(new[,] { { 0.25, 0.75 }, { 1.0, 0.0 } });
        var mixed = BatchMixing.Added(new Batch(zeros(2, 3), shares, 2), 0.5);
        Assert.Equal([0.625, 0.375, 0.625, 0.375], mixed.TargetLike(zeros(2, 2, dtype: float64)).data<double>().ToArray());
        Assert.Equal(ScalarType.Float32, mixed.TargetLike(zeros(2, 2, dtype: bfloat16)).dtype);
    }

    [Theory]
    [MemberData(nameof(Alphas))]
    public void SharesAreThoseOfABetaDistribution(double alpha)
    {
        var text = alpha.ToString("0.0##", System.Globalization.CultureInfo.InvariantCulture);
        var quantiles = Fixture.Open("mixing").Numbers(text);
        var cells = Enumerable.Range(0, 20_000).Select(step =>
        {
            var random = new SampleRandom(5, step, 0, 11);
            var place = Array.BinarySearch(quantiles, BetaNumber.Draw(alpha, ref random));
            return Math.Clamp(place < 0 ? ~place - 1 : place, 0, quantiles.Length - 2);
        });
        Distribution.AssertUniform([.. Enumerable.Range(0, quantiles.Length - 1)], cells);
    }

    [Fact]
    public void TheRectanglesCentreIsAnywhere()
    {
        // a quarter of the area: half of each side, cut off at the edges
        var drawn = Enumerable.Range(0, 20_000).Select(static step =>
        {
            var random = new SampleRandom(5, step, 0, 11);
            return BatchMixing.CutRectangle(6, 8, 0.75, ref random);
        });
        var centres = from row in Enumerable.Range(0, 6)
                      from column in Enumerable.Range(0, 8)
                      select (Top: Math.Max(row - 1, 0), Left: Math.Max(column - 2, 0), Bottom: Math.Min(row + 1, 6), Right: Math.Min(column + 2, 8));
        Distribution.AssertFits(
            centres.GroupBy(static at => new Rectangle(at.Top, at.Left, at.Bottom - at.Top, at.Right - at.Left))
                .ToDictionary(static at => at.Key, static at => at.Count() / 48.0),
            drawn);
    }

    [Fact]
    public void BesideEachOtherEachMixesHalfOfTheBatches()
    {
        var mixing = new BatchMixing(5, mixUp: 1, cutMix: 1);
        var kinds = Enumerable.Range(0, 2000).Select(step =>
        {
            using var scope = NewDisposeScope();
            // whole numbers stay whole where they are cut
            var mixed = mixing.Apply(_images, step).Input;
            return mixed.Equals(mixed.round());
        });
        Distribution.AssertUniform([true, false], kinds);
    }

    [Fact]
    public void WhatIsDrawnDependsOnSeedStepAndPlaceAlone()
    {
        var mixing = new BatchMixing(5, mixUp: 0.5);
        double[] shares = [mixing.Apply(_images, 3).Share, mixing.Apply(_images, 3, 1).Share, mixing.Apply(_images, 4).Share, new BatchMixing(6, 0.5).Apply(_images, 3).Share];
        Assert.Equal(4, shares.Distinct().Count());
        Assert.Equal(shares[0], new BatchMixing(5, mixUp: 0.5).Apply(_images, 3, 0).Share);
    }

    [Fact]
    public void SwitchedOffItGivesTheBatch()
    {
        var mixed = new BatchMixing(5).Apply(_images, 0);
        Assert.True(ReferenceEquals(_images.Input, mixed.Input));
        Assert.Equal(1, mixed.TargetLike(zeros(Count, 4))[1, 2].ToSingle());
    }

    [Fact]
    public void TokensAndRowsAreRefusedByName()
    {
        var tokens = new Batch(zeros(2, 3, dtype: int64), zeros(2, dtype: int64), 2);
        Assert.Equal(
            "[MixUp] mixes numbers, and a batch's inputs are Int64 [2, 3]; remove [MixUp]",
            Assert.Throws<TrainException>(() => new BatchMixing(0, mixUp: 1).Apply(tokens, 0)).Message);
        var rows = new Batch(zeros(2, 3), zeros(2, dtype: int64), 2);
        Assert.Equal(
            "[CutMix] mixes images [batch, channels, height, width], and a batch's inputs are Float32 [2, 3]; use [MixUp] for rows, or no mixing",
            Assert.Throws<TrainException>(() => new BatchMixing(0, cutMix: 1).Apply(rows, 0)).Message);
    }
}
