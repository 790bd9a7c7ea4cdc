using System.Text;
using Tensorboard;
using TrainSdk.Recording.TensorBoard;

namespace TrainSdk.Runtime.Tests.Recording.TensorBoard;

public sealed class EventMessageTests
{
    [Fact]
    public void TheReadersCheckSumIsThatOfTheStandard() => Assert.Equal(0xE3069283, EventReader.Crc32C("123456789"u8));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100)]
    public void AMaskedSumIsThatOfTensorFlow(int length)
    {
        var bytes = Encoding.ASCII.GetBytes(new string('x', length));
        var crc = EventReader.Crc32C(bytes);
        Assert.Equal(unchecked(((crc >> 15) | (crc << 17)) + 0xa282ead8), MaskedCrc.Of(bytes));
    }

    [Fact]
    public void ScalarsKeepTimeStepAndValues()
    {
        var message = Parse(EventMessage.Scalars(
            1_700_000_000.125, 300, [("train/loss", 0.5), ("ä", double.NaN), ("val/loss", double.PositiveInfinity)]));

        Assert.Equal((1_700_000_000.125, 300), (message.WallTime, message.Step));
        Assert.Equal(["train/loss", "ä", "val/loss"], message.Summary.Value.Select(static value => value.Tag));
        Assert.Equal([0.5f, float.NaN, float.PositiveInfinity], message.Summary.Value.Select(static value => value.SimpleValue));
    }

    [Fact]
    public void AHistogramKeepsItsBuckets()
    {
        var message = Parse(EventMessage.OfHistogram(1, 2, "weights", new Histogram(-1, 3, 4, 12, [0, 1, 3], [1, 2, 1])));

        var histogram = Assert.Single(message.Summary.Value).Histo;
        Assert.Equal((-1, 3, 4, 4, 12), (histogram.Min, histogram.Max, histogram.Num, histogram.Sum, histogram.SumSquares));
        Assert.Equal([0, 1, 3], histogram.BucketLimit);
        Assert.Equal([1, 2, 1], histogram.Bucket);
    }

    [Fact]
    public void AnImageKeepsItsFile()
    {
        byte[] png = [.. Enumerable.Range(0, 300).Select(static at => (byte)at)];
        var image = Assert.Single(Parse(EventMessage.OfImage(1, 2, "samples", png, 28, 14, 3)).Summary.Value).Image;
        Assert.Equal((28, 14, 3), (image.Width, image.Height, image.Colorspace));
        Assert.Equal(png, image.EncodedImageString.ToByteArray());
    }

    private static Event Parse(ProtoWriter message) => Event.Parser.ParseFrom(message.Written.ToArray());
}
