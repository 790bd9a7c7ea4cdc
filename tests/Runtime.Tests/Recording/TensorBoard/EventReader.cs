using System.Buffers.Binary;
using Tensorboard;

namespace TrainSdk.Runtime.Tests.Recording.TensorBoard;

/// <summary>
/// Reads event files without any of our code: the frames by hand with a check sum computed bit by bit, the messages by the classes that
/// Google's compiler made of TensorFlow's own definitions (they lie in TorchSharp).
/// </summary>
internal static class EventReader
{
    private const uint Polynomial = 0x82F63B78;

    public static IReadOnlyList<Event> Read(string folder)
    {
        var file = Assert.Single(Directory.GetFiles(folder, "events.out.tfevents.*"));
        return [.. Frames(File.ReadAllBytes(file)).Select(static bytes => Event.Parser.ParseFrom(bytes))];
    }

    /// <summary>Steps, tags and values of the scalars of some tag.</summary>
    public static IEnumerable<(long Step, float Value)> Scalars(IEnumerable<Event> events, string tag) => events
        .Where(static message => message.Summary is not null)
        .SelectMany(message => message.Summary.Value.Where(value => value.Tag == tag).Select(value => (message.Step, value.SimpleValue)));

    public static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var single in bytes)
        {
            crc ^= single;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }
        }
        return ~crc;
    }

    private static List<byte[]> Frames(ReadOnlySpan<byte> file)
    {
        var frames = new List<byte[]>();
        while (file.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
            Assert.Equal(Masked(file[..8]), BinaryPrimitives.ReadUInt32LittleEndian(file[8..]));
            var message = file.Slice(12, length);
            Assert.Equal(Masked(message), BinaryPrimitives.ReadUInt32LittleEndian(file[(12 + length)..]));
            frames.Add(message.ToArray());
            file = file[(16 + length)..];
        }
        return frames;
    }

    // As TensorFlow's record_writer.h writes it.
    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = Crc32C(bytes);
        return ((crc >> 15) | (crc << 17)) + 0xa282ead8;
    }
}
