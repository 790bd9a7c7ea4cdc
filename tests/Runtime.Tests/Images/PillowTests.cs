using System.Text.Json;
using TrainSdk.Data;
using TrainSdk.Images;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Images;

/// <summary>What pictures become, compared with what Pillow made of the same files (<c>tests/Fixtures/make_pictures.py</c>).</summary>
public sealed class PillowTests
{
    private static readonly JsonElement[] Cases = [.. Fixture.Open("pictures").GetProperty("cases").EnumerateArray()];

    public static TheoryData<string, int> Exact => Of("exact");

    public static TheoryData<string, int> Rounded => Of("rounded");

    public static TheoryData<string, int> Near => Of("near");

    [Theory]
    [MemberData(nameof(Exact))]
    public void What_is_not_resized_is_pillows_to_the_byte(string title, int number) =>
        Assert.True(Differences(number).Max() == 0, $"{title} is off by {Differences(number).Max()}");

    [Theory]
    [MemberData(nameof(Rounded))]
    public void What_is_resized_is_pillows_but_for_rounding(string title, int number) =>
        Assert.True(Differences(number).Max() <= 1, $"{title} is off by {Differences(number).Max()}");

    // Pillow unpacks all of a picture before it shrinks it, unless it is asked for exactly a half, a quarter or an eighth.
    [Theory]
    [MemberData(nameof(Near))]
    public void What_is_unpacked_at_a_smaller_size_is_near_pillows(string title, int number) =>
        Assert.True(Differences(number).Average() <= 3, $"{title} is off by {Differences(number).Average():R} on average");

    private static TheoryData<string, int> Of(string likeness)
    {
        var data = new TheoryData<string, int>();
        foreach (var (number, test) in Cases.Index().Where(test => test.Item.GetProperty("likeness").GetString() == likeness))
        {
            var shape = $"{test.GetProperty("channels")}×{test.GetProperty("height")}×{test.GetProperty("width")}";
            data.Add($"{test.GetProperty("file")} {test.GetProperty("fit")} {shape}", number);
        }
        return data;
    }

    private static int[] Differences(int number)
    {
        var test = Cases[number];
        var options = new ImageOptions
        {
            Height = test.GetProperty("height").GetInt32(),
            Width = test.GetProperty("width").GetInt32(),
            Channels = test.GetProperty("channels").GetInt32(),
            Fit = Enum.Parse<ImageFit>(test.GetProperty("fit").GetString()!),
        };
        var reader = new ImageReader(options);
        var sample = new byte[reader.Form.Bytes];
        reader.Read(PictureFile.Of(test.GetProperty("file").GetString()!), sample);
        var expected = test.GetProperty("expected").GetBytesFromBase64();
        return [.. sample.Zip(expected, static (ours, theirs) => Math.Abs(ours - theirs))];
    }
}
