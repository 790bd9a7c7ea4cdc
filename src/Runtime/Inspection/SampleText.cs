using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Sources;
using static TorchSharp.torch;

namespace TrainSdk.Inspection;

/// <summary>
/// A sample that is no picture, as a line: the tokens of text, without the line break that a sample may begin with; else numbers.
/// </summary>
internal static class SampleText
{
    private const int MostNumbers = 12;

    /// <summary>The line.</summary>
    /// <exception cref="TrainException">The sample cannot be read.</exception>
    public static string Of(DataSet data, long position, InputEncoding encoding)
    {
        var form = data.Sources[0].Form;
        var room = new byte[form.Bytes];
        var part = SampleBytes.Read(data.Sources[0], position, room);
        return encoding.Vocabulary is { Unit: not TextUnit.Id } vocabulary
            ? vocabulary.Decode(MemoryMarshal.Cast<byte, long>(part).ToArray()).Trim('\n')
            : string.Join("  ", Numbers(form.Type, part));
    }

    private static IEnumerable<string> Numbers(ScalarType type, ReadOnlySpan<byte> part) => type switch
    {
        ScalarType.Byte => Shown<byte>(part),
        ScalarType.Int64 => Shown(MemoryMarshal.Cast<byte, long>(part)),
        ScalarType.Float32 => Shown(MemoryMarshal.Cast<byte, float>(part)),
        _ => Shown(MemoryMarshal.Cast<byte, double>(part)),
    };

    private static IEnumerable<string> Shown<T>(ReadOnlySpan<T> numbers)
        where T : struct, INumber<T>
    {
        List<string> shown = [];
        foreach (var number in numbers[..Math.Min(numbers.Length, MostNumbers)])
        {
            shown.Add(ContactSheet.Number(double.CreateTruncating(number)));
        }
        return numbers.Length > MostNumbers ? shown.Append("…") : shown;
    }
}
