using System.Buffers.Binary;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Reads a safetensors file (8 bytes of header length, a JSON header, raw little-endian data). Everything in it is checked against the
/// file's size before memory is taken, so a damaged or hostile file costs an error and nothing else.
/// </summary>
internal sealed class SafetensorsReader : IDisposable
{
    private const int PrefixLength = 8;
    private const long LargestHeader = 100_000_000;

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly long _dataStart;

    private SafetensorsReader(string path, FileStream stream, SafetensorsHeader header, long dataStart)
    {
        _path = path;
        _stream = stream;
        _dataStart = dataStart;
        Header = header;
    }

    public SafetensorsHeader Header { get; }

    /// <summary>Opens and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isVerified">Whether its checksum was compared before; default false.</param>
    /// <exception cref="TrainException">It cannot be read, it is not a safetensors file, or it differs from its checksum.</exception>
    public static SafetensorsReader Open(string path, bool isVerified = false)
    {
        FileStream? stream = null;
        try
        {
            // Delete is shared, so that a run may replace the file meanwhile.
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var (header, head) = ReadHeader(stream);
            if (!isVerified)
            {
                FileChecksum.Verify(head, header.Metadata, stream);
            }
            return new SafetensorsReader(path, stream, header, head.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            throw new TrainException($"cannot read the weights file {path}: {error.Message}", error);
        }
        catch (FormatException error)
        {
            stream?.Dispose();
            throw new TrainException($"{path} is not a weights file (safetensors): {error.Message}", error);
        }
    }

    /// <summary>Reads a tensor to the CPU. The caller owns it.</summary>
    public Tensor Read(SafetensorsEntry entry)
    {
        var tensor = torch.empty(entry.Shape, dtype: entry.Type);
        try
        {
            _stream.Position = _dataStart + entry.Begin;
            TensorBytes.Read(tensor, _stream);
        }
        catch (IOException error)
        {
            tensor.Dispose();
            throw new TrainException($"cannot read '{entry.Name}' from the weights file {_path}: {error.Message}", error);
        }
        return tensor;
    }

    public void Dispose() => _stream.Dispose();

    private static (SafetensorsHeader Header, byte[] Head) ReadHeader(FileStream stream)
    {
        if (stream.Length < PrefixLength)
        {
            throw new FormatException($"it has {stream.Length} bytes, too few for a header");
        }
        Span<byte> prefix = stackalloc byte[PrefixLength];
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        var rest = stream.Length - PrefixLength;
        if (length > (ulong)Math.Min(rest, LargestHeader))
        {
            throw new FormatException($"its first 8 bytes announce a header of {length} bytes, but {rest} bytes follow");
        }
        var head = new byte[PrefixLength + length];
        prefix.CopyTo(head);
        stream.ReadExactly(head.AsSpan(PrefixLength));
        return (SafetensorsHeader.Parse(head.AsMemory(PrefixLength), rest - (long)length), head);
    }
}
