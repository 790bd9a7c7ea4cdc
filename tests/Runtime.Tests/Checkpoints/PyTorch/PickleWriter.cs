using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TrainSdk.Runtime.Tests.Checkpoints.PyTorch;

/// <summary>Writes pickles by hand, and archives around them as <c>torch.save</c> does, so that every lie can be told.</summary>
internal sealed class PickleWriter
{
    private readonly MemoryStream _bytes = new();

    public PickleWriter() => Raw(0x80, 2);

    public byte[] Bytes => _bytes.ToArray();

    public PickleWriter Raw(params byte[] bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public PickleWriter Code(char code) => Raw((byte)code);

    public PickleWriter Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Code('X').Raw(Length(utf8.Length)).Raw(utf8);
    }

    public PickleWriter Number(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return Raw(0x8a, sizeof(long)).Raw(bytes);
    }

    public PickleWriter Global(string module, string name) => Code('c').Raw(Encoding.UTF8.GetBytes($"{module}\n{name}\n"));

    public PickleWriter Tuple(params Action<PickleWriter>[] items)
    {
        Code('(');
        foreach (var item in items)
        {
            item(this);
        }
        return Code('t');
    }

    /// <summary>A call of <c>_rebuild_tensor_v2</c> over a storage of floats.</summary>
    public PickleWriter Tensor(long[] shape, long[] strides, long offset = 0, long elements = 4, string key = "0")
    {
        Global("torch._utils", "_rebuild_tensor_v2");
        Tuple(
            pickle => pickle.Tuple(
                static inner => inner.Text("storage"), static inner => inner.Global("torch", "FloatStorage"), inner => inner.Text(key),
                static inner => inner.Text("cpu"), inner => inner.Number(elements)).Code('Q'),
            pickle => pickle.Number(offset),
            pickle => pickle.Tuple([.. shape.Select(static size => (Action<PickleWriter>)(inner => inner.Number(size)))]),
            pickle => pickle.Tuple([.. strides.Select(static stride => (Action<PickleWriter>)(inner => inner.Number(stride)))]),
            static pickle => pickle.Raw(0x89),
            static pickle => pickle.Global("collections", "OrderedDict").Code(')').Code('R'));
        return Code('R');
    }

    /// <summary>A dictionary of one tensor, <c>weight</c>, and the end of the pickle.</summary>
    public PickleWriter Weight(Action<PickleWriter> tensor)
    {
        Code('}').Text("weight");
        tensor(this);
        return Code('s').Code('.');
    }

    /// <summary>Writes an archive with this pickle and a storage of bytes.</summary>
    public void Save(string path, int storageBytes = 16, CompressionLevel level = CompressionLevel.NoCompression, params (string Name, byte[] Bytes)[] more)
    {
        using var stream = File.Create(path);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (name, bytes) in more.Prepend(("archive/data/0", new byte[storageBytes])).Prepend(("archive/data.pkl", Bytes)))
        {
            using var entry = archive.CreateEntry(name, level).Open();
            entry.Write(bytes);
        }
    }

    private static byte[] Length(int length)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }
}
