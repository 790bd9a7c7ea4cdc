using System.IO.Compression;
using TrainSdk.Checkpoints.PyTorch;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Checkpoints.PyTorch;

/// <summary>A hostile or damaged file costs an error of one line that names it; nothing in it is run, and no memory is taken.</summary>
public sealed class HostilePtTests : IDisposable
{
    private readonly RefusedPt _files = new();

    [Theory]
    [InlineData("system", "posix.system")]
    [InlineData("eval", "__builtin__.eval")]
    [InlineData("getattr", "__builtin__.getattr")]
    [InlineData("load", "torch.serialization.load")]
    [InlineData("module", "__main__.Net")]
    [InlineData("legacy", "before PyTorch 1.6")]
    [InlineData("torchscript", "TorchScript archive")]
    public void WhatPythonWouldRunIsRefusedByName(string file, string named)
    {
        var error = Assert.Throws<TrainException>(() => PtReader.Open(PtFixture.Path("hostile_" + file)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.False(File.Exists("hacked"));
    }

    [Fact]
    public void AFewNumbersThatPoseAsManyAreNotRead()
    {
        using var reader = PtReader.Open(PtFixture.Path("hostile_expanded"));
        Assert.Contains("expanded view of 1 numbers", Assert.Throws<TrainException>(() => reader.Read("weight")).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, long[], long[], long, long> Geometries => new()
    {
        { "outside of its storage", [5], [1], 0, 4 },
        { "outside of its storage", [4], [1], 1, 4 },
        { "outside of its storage", [2, 2], [4, 1], 0, 4 },
        { "outside of its storage", [2], [1L << 40], 0, 4 },
        { "outside of its storage", [1], [1], 4, 4 },
        { "which is none", [-1], [1], 0, 4 },
        { "which is none", [2], [-1], 0, 4 },
        { "which is none", [2], [1], -1, 4 },
        { "which is none", [2, 2], [1], 0, 4 },
        { "too large", [long.MaxValue, 4], [0, 0], 0, 4 },
        { "too large", [3], [long.MaxValue], 0, 4 },
        { "too large", [2], [1], long.MaxValue, 4 },
        { "too large", [0, long.MaxValue, 4], [0, 0, 0], 0, 4 },
        { "more than the 64", [.. Enumerable.Repeat(1L, 65)], [.. Enumerable.Repeat(1L, 65)], 0, 4 },
        { "has 16 bytes", [4], [1], 0, 5 },
        { "has 16 bytes", [4], [1], 0, long.MaxValue },
        { "other than the storage", [0], [1], 0, -1 },
    };

    [Theory]
    [MemberData(nameof(Geometries))]
    public void ATensorOutsideOfItsStorageIsRefused(string cause, long[] shape, long[] strides, long offset, long elements) =>
        _files.Refuse(new PickleWriter().Weight(pickle => pickle.Tensor(shape, strides, offset, elements)), cause);

    [Fact]
    public void TheWriterWritesWhatIsRead()
    {
        var path = _files.Path("good.pt");
        new PickleWriter().Weight(static pickle => pickle.Tensor([2, 2], [1, 2])).Save(path);
        using var reader = PtReader.Open(path);
        using var weight = reader.Read("weight");
        Assert.Equal([2, 2], weight.shape);
    }

    [Fact]
    public void WhatTheArchiveLacksOrHasTwiceIsNamed()
    {
        _files.Refuse(new PickleWriter().Weight(static pickle => pickle.Tensor([1], [1], key: "../data.pkl")), "no file data/../data.pkl");
        _files.Refuse(new PickleWriter().Raw((byte)'N', (byte)'.'), "holds 2 files data.pkl", more: ("other/data.pkl", []));
        _files.Refuse(new PickleWriter().Raw((byte)'N', (byte)'.'), "not little-endian", more: ("archive/byteorder", "big"u8.ToArray()));
        _files.Refuse(new PickleWriter().Weight(static pickle => pickle.Tensor([4], [1])), "is compressed", CompressionLevel.SmallestSize);
    }

    public void Dispose() => _files.Dispose();
}
