using System.Text.Json;
using TrainSdk.Augmentation;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Augmentation;

/// <summary>Every operation gives torchvision's bytes at every magnitude (<c>tests/Fixtures/make_augmentations.py</c>).</summary>
public sealed class PixelOperationTests
{
    public static TheoryData<string, string> Spaces
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var image in Picture.Fixtures.EnumerateObject())
            {
                data.Add(image.Name, "narrow");
                data.Add(image.Name, "wide");
            }
            return data;
        }
    }

    public static TheoryData<string> Images => [.. Picture.Fixtures.EnumerateObject().Select(static image => image.Name)];

    [Theory]
    [MemberData(nameof(Spaces))]
    public void AnOperationGivesTheBytesOfTorchvision(string image, string space)
    {
        var picture = Picture.Named(image);
        foreach (var row in Rows(image, space))
        {
            var (operation, magnitude) = (OperationOf(row), row[2].GetDouble());
            Assert.True(
                row[3].GetString() == picture.Digest(pixels => PixelOperations.Apply(operation, magnitude, pixels)),
                $"{operation} by {magnitude}");
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void ABinHasTheMagnitudeOfTorchvision(string image, string space)
    {
        var picture = Picture.Named(image);
        var (height, width) = ((int)picture.Form.Shape[1], (int)picture.Form.Shape[2]);
        foreach (var row in Rows(image, space))
        {
            var (operation, bin, expected) = (OperationOf(row), row[1].GetInt32(), row[2].GetDouble());
            var magnitude = space == "wide" ? Magnitudes.Wide(operation, bin, 31) : Magnitudes.Narrow(operation, bin, 31, width, height);
            Fixture.AssertNear([Math.Abs(expected)], [magnitude], 1e-6);
            Assert.True(expected >= 0 || Magnitudes.IsSigned(operation), $"{operation} goes one way");
            if (operation is PixelOperation.TranslateX or PixelOperation.TranslateY)
            {
                Assert.Equal((int)Math.Abs(expected), (int)magnitude);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void AdjustmentsGiveTheBytesOfTorchvision(string image)
    {
        var picture = Picture.Named(image);
        foreach (var kind in Picture.Fixtures.GetProperty(image).GetProperty("jitters").EnumerateObject())
        {
            foreach (var row in kind.Value.EnumerateArray())
            {
                var factor = row[0].GetDouble();
                Assert.True(row[1].GetString() == picture.Digest(pixels => Adjust(kind.Name, pixels, factor)), $"{kind.Name} by {factor}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void FlipsAndCropsGiveTheBytesOfTorchvision(string image)
    {
        var picture = Picture.Named(image);
        var expected = Picture.Fixtures.GetProperty(image);
        Assert.Equal(expected.GetProperty("horizontal").GetString(), picture.Digest(PixelMoves.FlipHorizontally));
        Assert.Equal(expected.GetProperty("vertical").GetString(), picture.Digest(PixelMoves.FlipVertically));
        var crops = expected.GetProperty("crops");
        var padding = crops.GetProperty("padding").GetInt32();
        foreach (var row in crops.GetProperty("results").EnumerateArray())
        {
            var (top, left) = (row[0].GetInt32(), row[1].GetInt32());
            Assert.Equal(row[2].GetString(), picture.Digest(pixels => PixelMoves.Shift(pixels, padding - top, padding - left)));
        }
    }

    [Fact]
    public void TheLearnedPoliciesAreThoseOfTorchvision()
    {
        var tables = Fixture.Open("augmentations").GetProperty("tables");
        foreach (var policy in Enum.GetValues<AutoAugmentPolicy>())
        {
            var expected = tables.GetProperty(policy.ToString().ToUpperInvariant()).EnumerateArray()
                .Select(static pair => new PolicyPair(StepOf(pair[0]), StepOf(pair[1])));
            Assert.Equal(expected, AutoAugment.Pairs(policy));
        }
    }

    [Fact]
    public void TheLearnedPoliciesHaveTenMagnitudes()
    {
        foreach (var row in Fixture.Open("augmentations").GetProperty("bins").EnumerateObject())
        {
            var operation = Enum.Parse<PixelOperation>(row.Name);
            var expected = row.Value.Numbers();
            var magnitudes = Enumerable.Range(0, expected.Length).Select(bin => Magnitudes.Narrow(operation, bin, 10, width: 24, height: 20));
            Fixture.AssertNear(expected, [.. magnitudes], 1e-6);
        }
    }

    private static PolicyStep StepOf(JsonElement step) => new(
        Enum.Parse<PixelOperation>(step[0].GetString()!),
        step[1].GetDouble(),
        step[2].ValueKind == JsonValueKind.Null ? 0 : step[2].GetInt32());

    private static IEnumerable<JsonElement> Rows(string image, string space) =>
        Picture.Fixtures.GetProperty(image).GetProperty("policies").GetProperty(space).EnumerateArray();

    private static PixelOperation OperationOf(JsonElement row) => Enum.Parse<PixelOperation>(row[0].GetString()!);

    private static void Adjust(string kind, ImageSample pixels, double factor)
    {
        switch (kind)
        {
            case "brightness":
                ToneAdjustment.Brightness(pixels, factor);
                break;
            case "contrast":
                ToneAdjustment.Contrast(pixels, factor);
                break;
            case "saturation":
                ColorAdjustment.Saturation(pixels, factor);
                break;
            default:
                ColorAdjustment.Hue(pixels, factor);
                break;
        }
    }
}
