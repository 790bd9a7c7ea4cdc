using System.Buffers.Binary;
using System.Text;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Checkpoints;

/// <summary>A damaged or hostile file costs a one-line error that names it, and no memory.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _good;
    private readonly int _headerLength;
    private readonly string _path;

    public DamagedFileTests()
    {
        _path = _folder.File("weights.safetensors");
        using var model = new SmallNet();
        WeightsFile.Save(_path, model, new ModelCard { Model = nameof(SmallNet), Encoding = InputEncoding.None(4) });
        _good = File.ReadAllBytes(_path);
        _headerLength = (int)BinaryPrimitives.ReadUInt64LittleEndian(_good);
    }

    public static TheoryData<string, string> Headers => new()
    {
        { "", "not valid JSON" },
        { "[]", "not a JSON object" },
        { "{", "not valid JSON" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "not valid JSON" },
        { """{"a":{"dtype":"F99","shape":[2],"data_offsets":[0,8]}}""", "unknown dtype F99" },
        { """{"a":{"dtype":7,"shape":[2],"data_offsets":[0,8]}}""", "the dtype of 'a' is not text" },
        { """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "does not fill 8 bytes" },
        { """{"a":{"dtype":"F32","shape":[-2,-1],"data_offsets":[0,8]}}""", "something other than whole numbers" },
        { """{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,8]}}""", "something other than whole numbers" },
        { """{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}}""", "too large" },
        { """{"a":{"dtype":"F32","shape":[0,4294967296,4294967296],"data_offsets":[0,0]}}""", "too large" },
        { """{"a":{"dtype":"F32","shape":[2305843009213693952],"data_offsets":[0,8]}}""", "too large" },
        { """{"a":{"dtype":"F32","shape":[2""" + string.Concat(Enumerable.Repeat(",1", 64)) + """],"data_offsets":[0,8]}}""", "more than the 64" },
        { """{"a":{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000]}}""", "describes 4000000000000 bytes" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "not a begin and an end" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", "not a begin and an end" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""", "overlap or leave a gap" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "overlap or leave a gap" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "describes 4 bytes of data, the file holds 8" },
        { """{"a":{"dtype":"F32","shape":[2]}}""", "not an object of dtype" },
        { """{"a":{"dtype":"F32","shape":[2],"offsets":[0,8]}}""", "'a' has no data_offsets" },
        { """{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "not Unicode" },
        { """{"a":{"dtype":"\ud800","shape":[2],"data_offsets":[0,8]}}""", "not Unicode" },
        { """{"a\r\n\u001b[31m":{"dtype":"F99","shape":[2],"data_offsets":[0,8]}}""", "'a   [31m' has the unknown dtype" },
        { """{"__metadata__":{"trainsdk.format":"1","trainsdk.card":"\"\\ud800\""},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "model card cannot be read" },
        { """{"a":[[[[[[]]]]]]}""", "not valid JSON" },
        { """{"__metadata__":[],"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "__metadata__ is not an object" },
        { """{"__metadata__":{"k":1},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "__metadata__.k is not text" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "no model card" },
        { """{"__metadata__":{"trainsdk.format":"2","trainsdk.card":"{}"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "has no trainsdk.checksum" },
        { """{"__metadata__":{"trainsdk.checksum":"xxh128:5ca1ab1e"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "not fit its checksum" },
        { """{"__metadata__":{"trainsdk.checksum": "xxh128:00000000000000000000000000000000"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "not written as TrainSdk does" },
        { """{"__metadata__":{"trainsdk.format":"1","trainsdk.card":"{}"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "model card cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void ABadHeaderIsRefusedWithItsCause(string header, string cause)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var error = Refused([.. LengthPrefix((ulong)json.Length), .. json, .. new byte[8]]);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(1UL << 40)]
    [InlineData(100_000_001UL)]
    public void AHugeHeaderLengthTakesNoMemory(ulong length)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused([.. LengthPrefix(length), .. new byte[64]]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void EveryTruncationAndEveryAppendedByteIsRefused()
    {
        for (var length = 0; length < _good.Length; length += length < _headerLength ? 1 : 7)
        {
            Refused(_good[..length]);
        }
        Refused([.. _good, 0]);
    }

    [Fact]
    public void EveryStructuralMutationIsRefused()
    {
        var random = new Random(1);
        var digits = Enumerable.Range(8 + CardEnd, _headerLength - CardEnd).Where(at => char.IsAsciiDigit((char)_good[at]) && !InsideName(at)).ToArray();
        for (var i = 0; i < 2000; i++)
        {
            var bytes = _good.ToArray();
            var at = digits[random.Next(digits.Length)];
            bytes[at] = (byte)('0' + ((bytes[at] - '0' + random.Next(1, 10)) % 10));
            Refused(bytes);
        }
    }

    // A file that lost a letter of the checksum's name would pass for one of others; its format says that it must have one.
    [Fact]
    public void EveryChangedByteIsRefused()
    {
        for (var at = 0; at < _good.Length; at++)
        {
            var bytes = _good.ToArray();
            bytes[at] ^= (byte)(1 << (at % 8));
            Refused(bytes);
        }
    }

    [Fact]
    public void RandomMutationsAreRefused()
    {
        var random = new Random(2);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = _good.ToArray();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            }
            Refused(bytes);
        }
    }

    [Fact]
    public void TextAndNothingAreNotWeights()
    {
        Refused(Encoding.UTF8.GetBytes("epoch,step,lr\n0,1,0.001\n"));
        Refused([]);
    }

    public void Dispose() => _folder.Dispose();

    private int CardEnd => Encoding.UTF8.GetString(_good, 8, _headerLength).IndexOf("\"}", StringComparison.Ordinal);

    private bool InsideName(int at)
    {
        var quotes = _good.AsSpan(8 + CardEnd + 1, at - 8 - CardEnd - 1).Count((byte)'"');
        return quotes % 2 == 1 && !char.IsAsciiLetterUpper((char)_good[at - 1]);
    }

    private static byte[] LengthPrefix(ulong length)
    {
        var prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, length);
        return prefix;
    }

    private TrainException Refused(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        var error = Assert.Throws<TrainException>(() => WeightsFile.Open(_path));
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        return error;
    }
}
