using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Augmentation;

/// <summary>What augmentations refuse, and what they leave alone.</summary>
public sealed class AugmentationCheckTests
{
    private static readonly IAugmentation[] OfAnyNumbers = [new Flip(), new RandomCrop(), new RandomErasing()];
    private static readonly IAugmentation[] OfBytes =
        [new ColorJitter(), new RandAugment(), new TrivialAugment(), new AutoAugment(AutoAugmentPolicy.Cifar10)];

    [Fact]
    public void ANameIsThatOfItsAttribute() =>
        Assert.All(OfAnyNumbers.Concat(OfBytes), static augmentation => Assert.Equal(augmentation.GetType().Name, augmentation.Name));

    [Theory]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void MovesTakeImagesOfAnyNumbers(ScalarType type) =>
        Assert.All(OfAnyNumbers, augmentation => augmentation.Check(new SampleForm(type, [2, 4, 4])));

    [Fact]
    public void RowsAndTokensAreNoImages()
    {
        foreach (var form in new[] { new SampleForm(ScalarType.Float32, [13]), new SampleForm(ScalarType.Int64, [3, 4, 4]) })
        {
            Assert.All(OfAnyNumbers.Concat(OfBytes), augmentation =>
            {
                var refusal = Assert.Throws<TrainException>(() => augmentation.Check(form));
                Assert.StartsWith($"[{augmentation.Name}] changes images", refusal.Message, StringComparison.Ordinal);
                Assert.Contains(form.ShapeText, refusal.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', refusal.Message);
            });
        }
    }

    [Fact]
    public void ColoursNeedBytesOfOneOrThreeChannels()
    {
        Assert.All(OfBytes, static augmentation => augmentation.Check(new SampleForm(ScalarType.Byte, [1, 4, 4])));
        Assert.All(OfBytes, static augmentation => augmentation.Check(new SampleForm(ScalarType.Byte, [3, 4, 4])));
        Assert.All(OfBytes, static augmentation => Assert.Throws<TrainException>(
            () => augmentation.Check(new SampleForm(ScalarType.Byte, [4, 4, 4]))));
        var refusal = Assert.Throws<TrainException>(() => new RandAugment().Check(new SampleForm(ScalarType.Float32, [1, 8, 8])));
        Assert.Equal(
            "[RandAugment] changes images of bytes, uint8 [1 or 3, height, width], and the training inputs are Float32 [1, 8, 8]; "
            + "load them as bytes from 0 to 255, or remove [RandAugment]",
            refusal.Message);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        var picture = Picture.Named("colours");
        var scratch = new byte[picture.Bytes.Length];
        foreach (var augmentation in OfAnyNumbers.Concat(OfBytes))
        {
            Run(augmentation, picture, scratch, 200);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run(augmentation, picture, scratch, 200);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32, sizeof(float))]
    [InlineData(ScalarType.Float64, sizeof(double))]
    public void NumbersMoveAsAWhole(ScalarType type, int size)
    {
        // a number's bytes are all alike here, so that the result tells its place
        var bytes = Enumerable.Range(0, 6).SelectMany(value => Enumerable.Repeat((byte)value, size)).ToArray();
        var picture = new Picture(new SampleForm(type, [1, 2, 3]), bytes);
        Assert.Equal(
            new byte[] { 2, 1, 0, 5, 4, 3 }.SelectMany(value => Enumerable.Repeat(value, size)),
            picture.Changed(TrainSdk.Augmentation.PixelMoves.FlipHorizontally));
        Assert.Equal(
            new byte[] { 0, 0, 0, 1, 2, 0 }.SelectMany(value => Enumerable.Repeat(value, size)),
            picture.Changed(static image => TrainSdk.Augmentation.PixelMoves.Shift(image, down: 1, right: -1)));
    }

    private static void Run(IAugmentation augmentation, Picture picture, byte[] scratch, int times)
    {
        for (var sample = 0; sample < times; sample++)
        {
            var random = new SampleRandom(3, 0, sample, 9);
            augmentation.Apply(new ImageSample(picture.Form, picture.Bytes, scratch), ref random);
        }
    }
}
