using System.Text.RegularExpressions;
using SkiaSharp;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Inspection;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Inspection;

public sealed partial class ContactSheetTests
{
    [Fact]
    public void EverySampleIsShownAsItIsAndAsEachEpochSeesIt()
    {
        var data = Pictures(40);
        var (flip, seed) = (new Flip(0.5), 11);
        var images = Images(Page(data, [flip], seed));
        Assert.Equal(16 * 4, images.Length);   // 8 of each class, with three epochs beside

        var changed = 0;
        for (var sample = 0; sample < 16; sample++)
        {
            var given = Enumerable.Range(0, 40).Single(position => Bytes(data, position).SequenceEqual(images[4 * sample]));
            for (var epoch = 0; epoch < 3; epoch++)
            {
                var (expected, scratch) = (Bytes(data, given), new byte[12]);
                new SampleAugmenter([flip], [0], seed, epoch).Apply(data.Sources[0].Form, given, expected, scratch);
                Assert.Equal(expected, images[(4 * sample) + 1 + epoch]);
                changed += expected.SequenceEqual(images[4 * sample]) ? 0 : 1;
            }
        }
        Assert.InRange(changed, 10, 38);
    }

    [Fact]
    public void ThePageNeedsNothingElseAndShowsTextAsText()
    {
        var data = new DataSet(Pictures(40).Inputs, Pictures(40).Targets, ["<b>&", "'\""]) { SampleNames = [.. Enumerable.Range(0, 40).Select(static i => $"<{i}>.png")] };
        var page = Page(data, []);
        Assert.DoesNotMatch(@"<(script|link|iframe)|(src|href)=""(?!data:image/png)", page);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;", page, StringComparison.Ordinal);
        Assert.Contains("&lt;0&gt;.png", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WarningsAndCountsStandOnThePage()
    {
        var page = Page(DataSet.FromArrays(new float[,] { { 1, 2.5f }, { 1, 4 }, { 1, 3 } }, [0, 1, 1], ["no", "yes"]), []);
        Assert.Contains("<li>1 column of the training split is constant: &#39;1&#39;; ", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td>yes</td><td>2</td><td class=\"bar\"><div style=\"width:100%\">", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td>2</td><td>2.5</td><td>4</td><td>3.1667</td><td>0.62361</td></tr>", page, StringComparison.Ordinal);
        Assert.Contains("<li>1  2.5</li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesThatAreNoPixelsAreStretchedAndLargePicturesShrunk()
    {
        var grey = new SamplePicture(new SampleForm(ScalarType.Float32, [1, 2, 2]), [new("1", -1, 3, 0, 1)]);
        using var small = SKBitmap.Decode(grey.Png(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>([-1, 3, 1, 0])));
        Assert.Equal([0, 255, 128, 64], small.Pixels.Select(static pixel => pixel.Red));

        var large = new SamplePicture(new SampleForm(ScalarType.Byte, [1, 400, 200]), [new("1", 0, 255, 0, 1)]);
        using var shrunk = SKBitmap.Decode(large.Png([.. Enumerable.Range(0, 400 * 200).Select(static at => (byte)(at / 200 / 3 % 200))]));
        Assert.Equal((66, 133), (shrunk.Width, shrunk.Height));
        Assert.Equal([0, 1, 2, 132], new[] { 0, 1, 2, 132 }.Select(row => shrunk.GetPixel(5, row).Red));
    }

    private static string Page(DataSet train, IReadOnlyList<IAugmentation> augmentations, long seed = 0)
    {
        var data = new DataSplits(train);
        using var page = new StringWriter();
        ContactSheet.Write(page, "My<Model>", DataReport.Of(data, augmentations), data.Encoding, seed);
        return page.ToString();
    }

    /// <summary>Grey pixels of every picture on a page.</summary>
    private static byte[][] Images(string page) =>
    [
        .. Image().Matches(page).Select(static match =>
        {
            using var picture = SKBitmap.Decode(Convert.FromBase64String(match.Groups[1].Value));
            return picture.Pixels.Select(static pixel => pixel.Red).ToArray();
        }),
    ];

    private static DataSet Pictures(int count)
    {
        manual_seed(5);
        return new DataSet(
            randint(0, 256, [count, 1, 3, 4]).to(ScalarType.Byte), arange(count, dtype: ScalarType.Int64).remainder(2), ["left", "right"]);
    }

    private static byte[] Bytes(DataSet data, int position)
    {
        var bytes = new byte[12];
        data.Sources[0].Read(position, bytes);
        return bytes;
    }

    [GeneratedRegex("src=\"data:image/png;base64,([^\"]+)\"")]
    private static partial Regex Image();
}
