using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Augmentation;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Augmentation;

/// <summary>Random erasing: its rectangles' probabilities, and what they are filled with.</summary>
public sealed class RandomErasingTests
{
    private const int Size = 12;

    [Fact]
    public void RectanglesHaveTheProbabilitiesOfTheirAreaAndAspect()
    {
        var erasing = new RandomErasing(1, 0.1, 0.6);
        var sizes = Enumerable.Range(0, 30_000).Select(sample =>
        {
            var random = new SampleRandom(3, 0, sample, 9);
            var drawn = erasing.Pick(Size, Size, ref random);
            return (drawn.Height, drawn.Width);
        });
        Distribution.AssertFits(SizeProbabilities(0.1, 0.6), sizes);
    }

    [Fact]
    public void EveryPlaceOfARectangleIsEquallyLikely()
    {
        var erasing = new RandomErasing(1, 0.25, 0.25);
        var places = Enumerable.Range(0, 60_000).Select(sample =>
        {
            var random = new SampleRandom(3, 0, sample, 9);
            return erasing.Pick(Size, Size, ref random);
        }).Where(static drawn => drawn is { Height: 6, Width: 6 }).Select(static drawn => (drawn.Top, drawn.Left)).ToArray();
        Distribution.AssertUniform([.. from top in Enumerable.Range(0, 7) from left in Enumerable.Range(0, 7) select (top, left)], places);
    }

    [Fact]
    public void ARectangleIsFilledWithTheMeanOfEachChannel()
    {
        var picture = Picture.Counting(3, 4, 5);
        var changed = picture.Changed(static image => new Rectangle(1, 2, 2, 3).FillWithMean(image), [10.4, 20.6, 300]);
        for (var at = 0; at < changed.Length; at++)
        {
            var (channel, row, column) = (at / 20, at / 5 % 4, at % 5);
            var isErased = row is 1 or 2 && column is 2 or 3 or 4;
            Assert.Equal(isErased ? new byte[] { 10, 21, 255 }[channel] : picture.Bytes[at], changed[at]);
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void NumbersAreErasedToo(ScalarType type)
    {
        var form = new SampleForm(type, [1, 2, 2]);
        var changed = new Picture(form, new byte[form.Bytes]).Changed(
            static image => new Rectangle(0, 1, 1, 1).FillWithMean(image), [0.5]);
        double[] numbers = type == ScalarType.Float32
            ? [.. MemoryMarshal.Cast<byte, float>(changed).ToArray().Select(static number => (double)number)]
            : MemoryMarshal.Cast<byte, double>(changed).ToArray();
        Assert.Equal([0, 0.5, 0, 0], numbers);
    }

    [Fact]
    public void WithoutAMeanItIsZero()
    {
        var changed = Picture.Counting(1, 2, 2).Changed(static image => new Rectangle(0, 0, 2, 1).FillWithMean(image));
        Assert.Equal([0, 2, 0, 4], changed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void ItComesAsOftenAsAsked(double probability)
    {
        var picture = Picture.Counting(1, 8, 8);
        var erasing = new RandomErasing(probability, 0.1, 0.2);
        var isErased = Enumerable.Range(0, 5000).Count(sample =>
        {
            var random = new SampleRandom(3, 0, sample, 9);
            return !picture.Changed(image => erasing.Apply(image, ref random)).AsSpan().SequenceEqual(picture.Bytes);
        });
        Assert.InRange(isErased / 5000.0, probability - 0.02, probability + 0.02);
    }

    [Fact]
    public void WhatFitsNowhereErasesNothing()
    {
        var random = new SampleRandom(3, 0, 0, 9);
        Assert.Equal(default, new RandomErasing(1, 1, 1).Pick(1, 1, ref random));
    }

    // By a fine grid over the area and the logarithm of the aspect, both uniform; what does not fit is drawn again.
    private static Dictionary<(int, int), double> SizeProbabilities(double minArea, double maxArea)
    {
        const int Steps = 1500;
        var sizes = new Dictionary<(int, int), double>();
        for (var a = 0; a < Steps; a++)
        {
            var area = Size * Size * (minArea + ((maxArea - minArea) * (a + 0.5) / Steps));
            for (var b = 0; b < Steps; b++)
            {
                var aspect = 0.3 * Math.Pow(3.3 / 0.3, (b + 0.5) / Steps);
                var (height, width) = ((int)Math.Round(Math.Sqrt(area * aspect)), (int)Math.Round(Math.Sqrt(area / aspect)));
                if (height < Size && width < Size)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(sizes, (height, width), out _)++;
                }
            }
        }
        var total = sizes.Values.Sum();
        return sizes.ToDictionary(static size => size.Key, size => size.Value / total);
    }
}
