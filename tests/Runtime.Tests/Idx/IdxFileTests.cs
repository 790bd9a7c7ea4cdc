using System.IO.Compression;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Idx;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 1, 0];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_become_bytes_with_one_channel()
    {
        var data = IdxFile.Load(Write("images", Images), Write("labels", Labels), ["shirt", "shoe"]);

        Assert.Equal(ScalarType.Byte, data.Inputs.dtype);
        Assert.Equal([2L, 1L, 1L, 3L], data.Inputs.shape);
        Assert.Equal(new byte[] { 1, 2, 3, 4, 5, 255 }, data.Inputs.data<byte>().ToArray());
        Assert.Equal([1L, 0L], data.Targets.data<long>().ToArray());
        Assert.Equal(["shirt", "shoe"], data.ClassNames);
    }

    [Fact]
    public void Packed_files_are_known_by_their_content()
    {
        var data = IdxFile.Load(Write("images.gz", Packed(Images)), Write("labels", Packed(Labels)));

        Assert.Equal(["0", "1"], data.ClassNames);
        Assert.Equal(2, data.Count);
    }

    [Theory]
    [InlineData(0x09, new byte[] { 255, 2 }, ScalarType.Int64, -1, 2)]
    [InlineData(0x0B, new byte[] { 0, 1, 255, 254 }, ScalarType.Int64, 1, -2)]
    [InlineData(0x0C, new byte[] { 0, 1, 0, 0, 0, 0, 0, 7 }, ScalarType.Int64, 65536, 7)]
    [InlineData(0x0D, new byte[] { 0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0 }, ScalarType.Float32, 1, -2)]
    [InlineData(0x0E, new byte[] { 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0 }, ScalarType.Float64, 1, -2)]
    public void Numbers_of_every_type_are_read(int type, byte[] content, ScalarType expected, double first, double second)
    {
        using var scope = NewDisposeScope();
        var numbers = IdxFile.Read(Write("x", [0, 0, (byte)type, 1, 0, 0, 0, 2, .. content]));

        Assert.Equal(expected, numbers.dtype);
        Assert.Equal([first, second], numbers.to(ScalarType.Float64).data<double>().ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3, 4 }, "this is no IDX file: it begins with 01020304, not with 00000803 (images) or 00000801 (labels)")]
    [InlineData(new byte[] { 0, 0, 7, 1 }, "this is no IDX file: it begins with 00000701, not with 00000803 (images) or 00000801 (labels)")]
    [InlineData(new byte[] { 0, 0, 8 }, "the file ends too early; fetch it again")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 5, 1, 2 }, "the file ends after 2 of 5 bytes of numbers; fetch it again")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "the file goes on after the 1 bytes of numbers that it announces; fetch it again")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 0 }, "the sizes [0] cannot be; a file holds 1 to 2147483591 bytes of numbers")]
    public void What_is_no_whole_file_is_refused(byte[] content, string expected)
    {
        var path = Write("x", content);

        Assert.Equal($"{path}: {expected}", Assert.Throws<TrainException>(() => IdxFile.Read(path)).Message);
    }

    [Theory]
    [InlineData(0x7F)]
    [InlineData(0xFF)]
    public void Sizes_that_no_file_has_are_refused_before_memory_is_taken(byte high)
    {
        var path = Write("x", [0, 0, 8, 3, high, 0, 0, 0, high, 0, 0, 0, high, 0, 0, 0]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("cannot be", Assert.Throws<TrainException>(() => IdxFile.Read(path)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_packed_file_that_swells_beyond_measure_is_refused()
    {
        var bomb = new byte[100_000_000];
        new byte[] { 0, 0, 8, 1, 5, 245, 224, 248 }.CopyTo(bomb, 0);
        var path = Write("bomb.gz", Packed(bomb));

        Assert.Equal(
            $"{path}: the packed file swells to more than 67108864 bytes, and is not unpacked further; unpack it yourself if that is meant",
            Assert.Throws<TrainException>(() => IdxFile.Read(path)).Message);
    }

    [Fact]
    public void A_damaged_packed_file_is_refused()
    {
        var packed = Packed(Images);
        packed[12] ^= 0xFF;
        var path = Write("x.gz", packed);

        Assert.Contains(path, Assert.Throws<TrainException>(() => IdxFile.Read(path)).Message);
    }

    [Fact]
    public void A_label_out_of_range_is_named()
    {
        var labels = Write("labels", Labels);

        Assert.Equal(
            $"{labels}: label 1 of sample 0 is out of range: 1 classes have the indices 0 to 0",
            Assert.Throws<TrainException>(() => IdxFile.Load(Write("images", Images), labels, ["only"])).Message);
    }

    [Fact]
    public void Files_of_different_sets_are_refused()
    {
        var (images, labels) = (Write("images", Images), Write("labels", [0, 0, 8, 1, 0, 0, 0, 1, 1]));

        Assert.Equal(
            $"{images} holds 2 samples and {labels} 1 labels; give the two files of one set",
            Assert.Throws<TrainException>(() => IdxFile.Load(images, labels)).Message);
    }

    [Fact]
    public void A_missing_file_is_named_in_full() => Assert.Equal(
        $"data file not found: {_folder.File("absent")} (a relative path starts at the working directory)",
        Assert.Throws<TrainException>(() => IdxFile.Read(_folder.File("absent"))).Message);

    private static byte[] Packed(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }
        return stream.ToArray();
    }

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(_folder.File(name), content);
        return _folder.File(name);
    }
}
