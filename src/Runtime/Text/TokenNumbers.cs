using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TrainSdk.Data;
using TrainSdk.Data.Reading;

namespace TrainSdk.Text;

/// <summary>A file of token numbers, little-endian, read where it is needed.</summary>
internal sealed class TokenNumbers
{
    private readonly SafeFileHandle _file;
    private readonly int _size;
    private readonly int _vocabulary;

    public TokenNumbers(string path, TokenOptions options)
    {
        if (options.NumberBytes is not (sizeof(ushort) or sizeof(uint)) || options.Vocabulary < 1)
        {
            throw new TrainException(
                $"{options.Vocabulary} tokens in numbers of {options.NumberBytes} bytes cannot be; "
                    + "give at least 1 token, and 2 or 4 bytes");
        }
        (Path, _size, _vocabulary) = (path, options.NumberBytes, options.Vocabulary);
        _file = DataFile.Guarded(path, () => File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete));
        var bytes = RandomAccess.GetLength(_file);
        if (bytes % _size != 0)
        {
            throw new TrainException(
                $"{path}: {bytes} bytes hold no whole number of tokens of {_size} bytes; fetch the file again or set NumberBytes");
        }
        Count = bytes / _size;
        if (Count <= options.Window)
        {
            throw new TrainException(
                $"{path}: the file has {Count} tokens, and a window of {options.Window} needs one more than it shows; "
                    + "give more tokens or a smaller Window");
        }
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Tokens in the file.</summary>
    public long Count { get; }

    /// <summary>Reads tokens.</summary>
    /// <param name="start">The first, from 0.</param>
    /// <param name="numbers">Room for them.</param>
    /// <exception cref="TrainException">The file got shorter, or a number is out of range.</exception>
    public void Read(long start, Span<long> numbers)
    {
        // The raw numbers lie at the end of the room, where widening from the front never catches up with what is still to be read.
        var room = MemoryMarshal.AsBytes(numbers);
        var raw = room[^(numbers.Length * _size)..];
        Fill(raw, start * _size);
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = _size == sizeof(ushort)
                ? BinaryPrimitives.ReadUInt16LittleEndian(raw[(i * _size)..])
                : BinaryPrimitives.ReadUInt32LittleEndian(raw[(i * _size)..]);
            numbers[i] = number < _vocabulary ? number : throw new TrainException(
                $"{Path}: token {start + i} is {number}, and the vocabulary has {_vocabulary}; correct Vocabulary or NumberBytes");
        }
    }

    private void Fill(Span<byte> raw, long offset)
    {
        try
        {
            for (var read = 0; read < raw.Length;)
            {
                var count = RandomAccess.Read(_file, raw[read..], offset + read);
                read += count > 0
                    ? count
                    : throw new TrainException($"{Path}: the file got shorter; leave the data in place while they are used");
            }
        }
        catch (IOException error)
        {
            throw new TrainException($"{Path}: the file cannot be read: {error.Message}", error);
        }
    }
}
