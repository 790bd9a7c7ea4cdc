using System.Text;

namespace TrainSdk.Runtime.Tests.Checkpoints.PyTorch;

/// <summary>Pickles that PyTorch never writes: nothing in them is run.</summary>
public sealed class HostilePickleTests : IDisposable
{
    private readonly RefusedPt _files = new();

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
    public void ABadPickleIsRefusedWithItsCause(string cause, byte[] pickle) => _files.Refuse(new PickleWriter().Raw(pickle), cause);

    public void Dispose() => _files.Dispose();

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
}
