using System.Buffers.Binary;

namespace TrainSdk.Benchmarks.Fuzz;

/// <summary>Damage to bytes: what disks, transfers and hostile authors do.</summary>
internal static class Mutation
{
    private const int MostChanges = 4;
    private const int LongestPiece = 64;

    private static readonly ulong[] Extremes =
        [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 1UL << 40, long.MaxValue, 1UL << 63, ulong.MaxValue];

    /// <summary>A copy with a few changes; always another one.</summary>
    public static byte[] Of(byte[] good, Random random)
    {
        while (true)
        {
            var bytes = good.ToArray();
            for (var changes = random.Next(1, MostChanges + 1); changes > 0 && bytes.Length > 0; changes--)
            {
                bytes = Once(bytes, random);
            }
            if (!bytes.AsSpan().SequenceEqual(good))
            {
                return bytes;
            }
        }
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, at + random.Next(1, LongestPiece));
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2:
                return Put(bytes, at, Extremes[random.Next(Extremes.Length)], 1 << random.Next(4));
            case 3:
                return bytes[..at];
            case 4:
                return [.. bytes[..at], .. bytes[end..]];
            case 5:
                return [.. bytes[..end], .. bytes[at..]];
            case 6:
                return Digits(bytes, at, random);
            default:
                bytes.AsSpan(random.Next(bytes.Length - (end - at) + 1), end - at).CopyTo(bytes.AsSpan(at));
                return bytes;
        }
    }

    private static byte[] Put(byte[] bytes, int at, ulong number, int size)
    {
        Span<byte> all = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(all, number);
        all[..Math.Min(size, bytes.Length - at)].CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    // The next number that is written out becomes another one.
    private static byte[] Digits(byte[] bytes, int at, Random random)
    {
        var start = Array.FindIndex(bytes, at, static value => char.IsAsciiDigit((char)value));
        if (start < 0)
        {
            return bytes;
        }
        var end = start;
        while (end < bytes.Length && char.IsAsciiDigit((char)bytes[end]))
        {
            end++;
        }
        var number = random.Next(2) == 0 ? (ulong)random.Next(10_000) : Extremes[random.Next(Extremes.Length)];
        return [.. bytes[..start], .. System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"{number}")), .. bytes[end..]];
    }
}
