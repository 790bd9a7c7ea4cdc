using System.Buffers.Binary;
using System.IO.Hashing;
using TrainSdk.Images;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Images;

/// <summary>What the user reads about a picture that cannot be used: its file, the cause and the cure in one line.</summary>
public sealed class BadPictureTests : IDisposable
{
    private const string FetchAgain = "fetch it again or take it out";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("colours.png")]
    [InlineData("colours.jpg")]
    [InlineData("lossless.webp")]
    [InlineData("progressive.jpg")]
    [InlineData("palette.gif")]
    [InlineData("colours.bmp")]
    public void A_truncated_picture_is_named(string name)
    {
        var bytes = PictureFile.Bytes(name);

        var message = Refused(bytes[..(bytes.Length * 2 / 3)], "cut.png");

        Assert.Matches($"(ends too early|is damaged|is no picture).*{FetchAgain.Split(' ')[0]}|take the file out", message);
    }

    [Fact]
    public void A_truncated_jpeg_ends_too_early() => Assert.Equal(
        $"{_folder.File("cut.jpg")}: the picture ends too early; {FetchAgain}", Refused(PictureFile.Bytes("large.jpg")[..^200], "cut.jpg"));

    [Fact]
    public void Another_kind_of_file_shows_how_it_begins() => Assert.Equal(
        $"{_folder.File("x.png")}: this is no picture that can be read (it begins with 504B0304); "
            + "give PNG, JPEG, WebP, BMP or GIF, or take the file out",
        Refused([0x50, 0x4B, 3, 4, 5, 6, 7], "x.png"));

    [Fact]
    public void An_empty_file_is_named() =>
        Assert.Equal($"{_folder.File("x.png")}: the file is empty; fetch it again or take it out", Refused([], "x.png"));

    [Fact]
    public void A_file_that_went_away_is_named() => Assert.Equal(
        $"{_folder.File("gone.png")}: the file is gone; leave the data in place while they are used",
        Assert.Throws<TrainException>(() => Read(_folder.File("gone.png"))).Message);

    [Fact]
    public void A_picture_that_claims_billions_of_pixels_is_refused_before_memory_is_taken()
    {
        var bytes = PictureFile.Bytes("colours.png");
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), 50_000);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), 50_000);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Crc32.HashToUInt32(bytes.AsSpan(12, 17)));

        Assert.Equal(
            $"{_folder.File("bomb.png")}: the picture claims 50000 × 50000 pixels, more than the 50000000 of MaxPixels, and is not unpacked; "
                + "make it smaller or raise the limit",
            Refused(bytes, "bomb.png"));
    }

    [Fact]
    public void A_picture_of_another_size_than_the_first_is_refused_where_no_size_is_given()
    {
        var files = new ImageFiles([PictureFile.Of("colours.png"), PictureFile.Of("large.jpg")], new ImageOptions());

        Assert.Equal(
            $"{PictureFile.Of("large.jpg")}: the picture is 96 × 72 pixels where 23 × 17 were expected; "
                + "give Height and Width, and all are brought to one size",
            Assert.Throws<TrainException>(() => files.Read(1, new byte[files.Form.Bytes])).Message);
    }

    [Theory]
    [InlineData(0, 8, 3, "pictures cannot be 8 × 0 pixels; give both Height and Width, or neither for the first picture's")]
    [InlineData(8, -1, 3, "pictures cannot be -1 × 8 pixels; give both Height and Width, or neither for the first picture's")]
    [InlineData(8, 8, 4, "pictures have 1 channel (grey) or 3 (red, green, blue), not 4; set Channels")]
    public void Sizes_that_cannot_be_are_refused(int height, int width, int channels, string expected) => Assert.Equal(
        expected,
        Assert.Throws<TrainException>(() => new ImageReader(new ImageOptions { Height = height, Width = width, Channels = channels })).Message);

    private static void Read(string path)
    {
        var reader = new ImageReader(new ImageOptions { Height = 8, Width = 8 });
        reader.Read(path, new byte[reader.Form.Bytes]);
    }

    private string Refused(byte[] bytes, string name)
    {
        File.WriteAllBytes(_folder.File(name), bytes);
        return Assert.Throws<TrainException>(() => Read(_folder.File(name))).Message;
    }
}
