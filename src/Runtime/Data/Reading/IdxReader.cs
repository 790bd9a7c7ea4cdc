using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data.Reading;

/// <summary>Reads one IDX file from its beginning. Memory is taken as content arrives, never for what a header merely claims.</summary>
internal sealed class IdxReader(string path, Stream file)
{
    private const int MostSizes = 8;
    private const int FirstBlock = 1 << 20;
    private readonly byte[] _word = new byte[sizeof(int)];

    /// <summary>The type of the numbers, as the third byte of the file tells it.</summary>
    private enum NumberType : byte
    {
        Byte = 0x08,
        SignedByte = 0x09,
        Short = 0x0B,
        Int = 0x0C,
        Float = 0x0D,
        Double = 0x0E,
    }

    /// <summary>All numbers.</summary>
    /// <exception cref="EndOfStreamException">The file ends too early.</exception>
    public Tensor Read()
    {
        file.ReadExactly(_word);
        var (type, rank) = ((NumberType)_word[2], _word[3]);
        if (_word[0] != 0 || _word[1] != 0 || !Enum.IsDefined(type) || rank is 0 or > MostSizes)
        {
            throw Error(
                $"this is no IDX file: it begins with {Convert.ToHexString(_word)}, not with 00000803 (images) or 00000801 (labels)");
        }
        var sizes = new long[rank];
        for (var i = 0; i < rank; i++)
        {
            file.ReadExactly(_word);
            sizes[i] = BinaryPrimitives.ReadUInt32BigEndian(_word);
        }
        return ToTensor(type, Content(Bytes(sizes, SizeOf(type))), sizes);
    }

    private static int SizeOf(NumberType type) => type switch
    {
        NumberType.Byte or NumberType.SignedByte => sizeof(byte),
        NumberType.Short => sizeof(short),
        NumberType.Double => sizeof(double),
        _ => sizeof(int),
    };

    private static Tensor ToTensor(NumberType type, byte[] content, long[] sizes)
    {
        if (BitConverter.IsLittleEndian && SizeOf(type) > 1)
        {
            for (var at = 0; at < content.Length; at += SizeOf(type))
            {
                content.AsSpan(at, SizeOf(type)).Reverse();
            }
        }
        return type switch
        {
            NumberType.Byte => torch.tensor(content, sizes),
            NumberType.SignedByte => torch.tensor(Numbers<sbyte>(content), sizes).to(ScalarType.Int64),
            NumberType.Short => torch.tensor(Numbers<short>(content), sizes).to(ScalarType.Int64),
            NumberType.Int => torch.tensor(Numbers<int>(content), sizes).to(ScalarType.Int64),
            NumberType.Float => torch.tensor(Numbers<float>(content), sizes),
            _ => torch.tensor(Numbers<double>(content), sizes),
        };
    }

    private static T[] Numbers<T>(byte[] content)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(content).ToArray();

    private int Bytes(long[] sizes, int size)
    {
        var bytes = (Int128)size;
        foreach (var each in sizes)
        {
            bytes = bytes > int.MaxValue ? bytes : bytes * each;
        }
        if (bytes == 0 || bytes > Array.MaxLength)
        {
            throw Error($"the sizes [{string.Join(", ", sizes)}] cannot be; a file holds 1 to {Array.MaxLength} bytes of numbers");
        }
        return (int)bytes;
    }

    private byte[] Content(int length)
    {
        var content = new byte[Math.Min(length, FirstBlock)];
        for (var read = 0; read < length;)
        {
            if (read == content.Length)
            {
                Array.Resize(ref content, (int)Math.Min(length, 2L * content.Length));
            }
            var count = file.Read(content, read, content.Length - read);
            read += count > 0 ? count : throw Error($"the file ends after {read} of {length} bytes of numbers; fetch it again");
        }
        return file.ReadByte() < 0
            ? content
            : throw Error($"the file goes on after the {length} bytes of numbers that it announces; fetch it again");
    }

    private TrainException Error(string message) => new($"{path}: {message}");
}
