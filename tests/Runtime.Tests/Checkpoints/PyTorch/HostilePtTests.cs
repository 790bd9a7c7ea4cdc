using System.IO.Compression;
using System.Text;
using TrainSdk.Checkpoints.PyTorch;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Checkpoints.PyTorch;

/// <summary>A hostile or damaged file costs an error of one line that names it; nothing in it is run, and no memory is taken.</summary>
public sealed class HostilePtTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

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
        Refused(new PickleWriter().Weight(pickle => pickle.Tensor(shape, strides, offset, elements)), cause);

    [Fact]
    public void TheWriterWritesWhatIsRead()
    {
        var path = _folder.File("good.pt");
        new PickleWriter().Weight(static pickle => pickle.Tensor([2, 2], [1, 2])).Save(path);
        using var reader = PtReader.Open(path);
        using var weight = reader.Read("weight");
        Assert.Equal([2, 2], weight.shape);
    }

    public static TheoryData<string, byte[]> Pickles => new()
    {
        { "ends in the middle", [] },
        { "ends in the middle", Bytes("X\xff\xff\xff\x7f") },
        { "ends in the middle", [(byte)'X', 0xff, 0xff, 0xff, 0xff] },
        { "ends in the middle", [0x8d, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff] },
        { "ends in the middle", Bytes("cos") },
        { "posix.system", Bytes("cposix\nsystem\nX\x02\0\0\0ls\x85R.") },
        { "posix.system", Bytes("(X\x02\0\0\0lsiposix\nsystem\n.") },
        { "posix.system", Stacked("posix", "system") },
        { "numpy.core.multiarray._reconstruct", Bytes("cnumpy.core.multiarray\n_reconstruct\n.") },
        { "torch._utils.", Bytes("ctorch._utils\n\n.") },
        { "the instruction 0x6f", Bytes("(o.") },
        { "the instruction 0x50", Bytes("P0\n.") },
        { "the instruction 0x81", Bytes("ccollections\nOrderedDict\n)\x81.") },
        { "not there", Bytes(".") },
        { "not there", Bytes("(.") },
        { "not there", [(byte)'(', 0x85, (byte)'.'] },
        { "ends a group", Bytes("t.") },
        { "before it has it", Bytes("h\0.") },
        { "no function", Bytes("NNR.") },
        { "arguments that PyTorch does not write", Bytes("ccollections\nOrderedDict\nN\x85R.") },
        { "no list", Bytes("NNa.") },
        { "no dictionary", Bytes("NNNs.") },
        { "no dictionary", Bytes("}(Nu.") },
        { "attributes of something", Bytes("]Nb.") },
        { "other than the storage", Bytes("NQ.") },
        { "later protocol", [0x80, 6, (byte)'.'] },
        { "number of 255 bytes", [0x8a, 0xff] },
        { "not Unicode", [(byte)'X', 1, 0, 0, 0, 0xff, (byte)'.'] },
        { "neither text nor whole numbers", Bytes("}NNs.") },
        { "without end", Bytes("]q\0h\0a.") },
        { "without end", Doubled() },
        { "without end", [.. Enumerable.Repeat((byte)']', 200), .. Enumerable.Repeat((byte)'a', 199), (byte)'.'] },
    };

    [Theory]
    [MemberData(nameof(Pickles))]
    public void ABadPickleIsRefusedWithItsCause(string cause, byte[] pickle) => Refused(new PickleWriter().Raw(pickle), cause);

    [Fact]
    public void WhatTheArchiveLacksOrHasTwiceIsNamed()
    {
        Refused(new PickleWriter().Weight(static pickle => pickle.Tensor([1], [1], key: "../data.pkl")), "no file data/../data.pkl");
        Refused(new PickleWriter().Raw((byte)'N', (byte)'.'), "holds 2 files data.pkl", more: ("other/data.pkl", []));
        Refused(new PickleWriter().Raw((byte)'N', (byte)'.'), "not little-endian", more: ("archive/byteorder", "big"u8.ToArray()));
        Refused(new PickleWriter().Weight(static pickle => pickle.Tensor([4], [1])), "is compressed", CompressionLevel.SmallestSize);
    }

    [Fact]
    public void EveryTruncationIsRefused()
    {
        var good = File.ReadAllBytes(PtFixture.Path("state_dict"));
        for (var length = 0; length < good.Length; length += 13)
        {
            RefusedBytes(good[..length]);
        }
    }

    // A changed byte may hit what no tensor depends on, such as the time of a file in the archive; then nothing else may happen.
    [Theory]
    [InlineData("checkpoint")]
    [InlineData("views")]
    public void RandomMutationsAreRefusedOrLeaveEveryNumber(string file)
    {
        var random = new Random(5);
        var good = File.ReadAllBytes(PtFixture.Path(file));
        var expected = Numbers(PtFixture.Path(file));
        var path = _folder.File("mutated.pt");
        var refused = 0;
        for (var round = 0; round < 2000; round++)
        {
            var bytes = good.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            }
            File.WriteAllBytes(path, bytes);
            try
            {
                Assert.Equal(expected, Numbers(path));
            }
            catch (TrainException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 500, 2000);
    }

    [Fact]
    public void TextAndNothingAndNoFileAreRefused()
    {
        RefusedBytes(Encoding.UTF8.GetBytes("epoch,step\n0,1\n"));
        RefusedBytes([]);
        RefusedBytes("PK"u8.ToArray());
        Assert.Contains("cannot read", Assert.Throws<TrainException>(() => PtReader.Open(_folder.File("none.pt"))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> Numbers(string path)
    {
        using var reader = PtReader.Open(path);
        return reader.Tensors.Keys.ToDictionary(static name => name, name =>
        {
            using var tensor = reader.Read(name);
            return $"{tensor.dtype} [{string.Join(", ", tensor.shape)}] {Convert.ToHexString(tensor.bytes)}";
        });
    }

    private static byte[] Bytes(string pickle) => Encoding.Latin1.GetBytes(pickle);

    private static byte[] Stacked(string module, string name) =>
        [.. new PickleWriter().Text(module).Text(name).Raw(0x93).Code('.').Bytes.Skip(2)];

    // Thirty lists, each of which holds the one before twice.
    private static byte[] Doubled()
    {
        var pickle = new PickleWriter().Code(']').Raw((byte)'q', 0);
        for (byte level = 1; level <= 30; level++)
        {
            pickle.Code(']').Raw((byte)'q', level).Raw((byte)'h', (byte)(level - 1)).Code('a').Raw((byte)'h', (byte)(level - 1)).Code('a');
        }
        return [.. pickle.Code('.').Bytes.Skip(2)];
    }

    private void Refused(
        PickleWriter pickle, string cause, CompressionLevel level = CompressionLevel.NoCompression, params (string Name, byte[] Bytes)[] more)
    {
        var path = _folder.File("hostile.pt");
        pickle.Save(path, level: level, more: more);
        Refused(path, cause);
    }

    private void RefusedBytes(byte[] bytes)
    {
        var path = _folder.File("damaged.pt");
        File.WriteAllBytes(path, bytes);
        Refused(path, "");
    }

    private static void Refused(string path, string cause)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<TrainException>(() => PtReader.Open(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
