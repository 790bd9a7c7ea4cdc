using System.IO.Hashing;
using System.Text;

namespace TrainSdk.Checkpoints;

/// <summary>
/// The checksum in a file's metadata: XXH128 over all bytes of the file, in which the checksum's own digits are zeros. Files of others
/// have none; ours have one from format 2 on, so that a file that has lost it is known to be damaged.
/// </summary>
internal static class FileChecksum
{
    /// <summary>Its name in the metadata.</summary>
    public const string Key = "trainsdk.checksum";

    private const string Method = "xxh128:";
    private const int Digits = 32;
    private const string FormatWithoutChecksum = "1";
    private const int ReadAtOnce = 1 << 20;

    /// <summary>What stands in the metadata until the checksum is known.</summary>
    public static string Blank { get; } = Method + new string('0', Digits);

    /// <summary>Writes a file's own checksum into its metadata.</summary>
    /// <param name="head">Length and header of the file.</param>
    /// <param name="data">Sends what follows them.</param>
    /// <returns>The checksum as it stands in the metadata.</returns>
    public static string Fill(Span<byte> head, Action<Action<ReadOnlySpan<byte>>> data)
    {
        Put(head, Key, Blank);
        var hash = new XxHash128();
        hash.Append(head);
        data(hash.Append);
        var checksum = Method + Convert.ToHexStringLower(hash.GetHashAndReset());
        Put(head, Key, checksum);
        return checksum;
    }

    /// <summary>Writes a checksum over the one that stands under a name in the metadata.</summary>
    public static void Put(Span<byte> head, string key, string checksum) =>
        Encoding.ASCII.GetBytes(checksum.AsSpan(Method.Length), DigitsOf(head, key));

    /// <summary>Compares a file with its checksum, where it has one; throws <see cref="FormatException"/> where they differ.</summary>
    /// <param name="head">Length and header of the file; its checksum is blanked.</param>
    /// <param name="metadata">The metadata in the header.</param>
    /// <param name="data">The file, at the end of the header.</param>
    public static void Verify(Span<byte> head, IReadOnlyDictionary<string, string> metadata, Stream data)
    {
        if (!metadata.TryGetValue(Key, out var expected))
        {
            RefuseLoss(metadata);
            return;
        }
        var digits = DigitsOf(head, Key);
        if (digits.IsEmpty)
        {
            throw new FormatException($"its {Key} is not written as TrainSdk does; where another program wrote the file, take it out");
        }
        digits.Fill((byte)'0');
        var hash = new XxHash128();
        hash.Append(head);
        var buffer = new byte[ReadAtOnce];
        while (data.Read(buffer) is > 0 and var count)
        {
            hash.Append(buffer.AsSpan(0, count));
        }
        if (Method + Convert.ToHexStringLower(hash.GetHashAndReset()) != expected)
        {
            throw new FormatException(
                $"it does not fit its checksum, so it is damaged; where another program has changed it, take {Key} out of its metadata");
        }
    }

    private static Span<byte> DigitsOf(Span<byte> head, string key)
    {
        var mark = Encoding.UTF8.GetBytes($"\"{key}\":\"{Method}");
        var start = head.IndexOf(mark) + mark.Length;
        return start >= mark.Length && start + Digits <= head.Length ? head.Slice(start, Digits) : [];
    }

    // Damage may hit any of the names, so that each of them, and a checksum under another name, tells a file of ours.
    private static void RefuseLoss(IReadOnlyDictionary<string, string> metadata)
    {
        var isOurs = metadata.Any(static pair =>
            pair.Key.StartsWith(WeightsMetadata.Prefix, StringComparison.Ordinal)
            || pair.Value.StartsWith(Method, StringComparison.Ordinal));
        if (isOurs && metadata.GetValueOrDefault(WeightsMetadata.Format) != FormatWithoutChecksum)
        {
            throw new FormatException($"it has no {Key}, which TrainSdk always writes, so it is damaged");
        }
    }
}
