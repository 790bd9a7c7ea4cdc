using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>
/// The zip archive of a file of <c>torch.save</c>. Its files are stored as they are, so that no size can be larger than the archive.
/// </summary>
internal static class PtArchive
{
    private const string Pickle = "/data.pkl";
    private const string ByteOrder = "byteorder";
    private const string TorchScript = "/constants.pkl";
    private const int LongestDescription = 100_000_000;
    private const int SkippedAtOnce = 1 << 16;

    /// <summary>Opens the archive; of the formats that it is often mistaken for, says which.</summary>
    public static ZipArchive Open(string path)
    {
        // Delete is shared, so that the file may be replaced meanwhile.
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            Span<byte> first = stackalloc byte[2];
            var isZip = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual("PK"u8);
            if (!isZip)
            {
                throw new FormatException(first[0] == (byte)PickleCode.Protocol
                    ? "it was saved in the format before PyTorch 1.6; load it in Python and torch.save it again"
                    : "it is not a zip archive, as torch.save writes it");
            }
            stream.Position = 0;
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (Exception)
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The file that describes the structure.</summary>
    public static ZipArchiveEntry PickleOf(ZipArchive archive)
    {
        var pickles = archive.Entries.Where(static entry => entry.FullName.EndsWith(Pickle, StringComparison.Ordinal)).ToArray();
        if (pickles.Length != 1)
        {
            throw new FormatException($"it holds {pickles.Length} files data.pkl where torch.save writes one");
        }
        if (archive.Entries.Any(static entry => entry.FullName.EndsWith(TorchScript, StringComparison.Ordinal)))
        {
            throw new FormatException("it is a TorchScript archive, which holds code; in Python, torch.save the module's state_dict()");
        }
        var folder = pickles[0].FullName[..^(Pickle.Length - 1)];
        var order = archive.Entries.FirstOrDefault(entry => entry.FullName == folder + ByteOrder);
        return order is null || Encoding.UTF8.GetString(Bytes(order)) == "little"
            ? pickles[0]
            : throw new FormatException("its numbers are not little-endian; save it on a machine that is");
    }

    /// <summary>The file of a storage, whose size is the one that the pickle says.</summary>
    public static ZipArchiveEntry StorageOf(ZipArchive archive, string folder, PtStorage storage)
    {
        var entry = archive.GetEntry($"{folder}data/{storage.Key}")
            ?? throw new FormatException($"it has no file data/{storage.Key}, which a tensor needs");
        return storage.Elements <= long.MaxValue / storage.ElementSize && Stored(entry).Length == storage.Elements * storage.ElementSize
            ? entry
            : throw new FormatException(
                $"data/{storage.Key} has {entry.Length} bytes, and its {storage.Elements} numbers take {storage.ElementSize} each");
    }

    /// <summary>All bytes of a small file.</summary>
    public static byte[] Bytes(ZipArchiveEntry entry)
    {
        if (Stored(entry).Length > LongestDescription)
        {
            throw new FormatException($"its {entry.FullName} has {entry.Length} bytes, more than a description of tensors takes");
        }
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        Check(entry, Crc32.HashToUInt32(bytes));
        return bytes;
    }

    /// <summary>Reads on without keeping anything.</summary>
    /// <param name="stream">A file of the archive.</param>
    /// <param name="count">How many bytes.</param>
    /// <param name="checksum">Takes them too; null for none.</param>
    public static void Skip(Stream stream, long count, Crc32? checksum)
    {
        var buffer = new byte[Math.Min(count, SkippedAtOnce)];
        for (; count > 0; count -= Math.Min(count, buffer.Length))
        {
            var piece = buffer.AsSpan(0, (int)Math.Min(count, buffer.Length));
            stream.ReadExactly(piece);
            checksum?.Append(piece);
        }
    }

    /// <summary>Refuses a file whose bytes are not those that were saved; .NET does not look.</summary>
    public static void Check(ZipArchiveEntry entry, uint checksum)
    {
        if (checksum != entry.Crc32)
        {
            throw new FormatException(
                $"{entry.FullName} does not fit its checksum, so it is damaged; "
                + "where it was saved with set_crc32_options(False), save it again without");
        }
    }

    // A stored file cannot be longer than the archive; a compressed one can announce any length. Opening a file finds out where the
    // announced length goes beyond the archive's end.
    private static ZipArchiveEntry Stored(ZipArchiveEntry entry)
    {
        if (entry.Length != entry.CompressedLength)
        {
            throw new FormatException($"{entry.FullName} is compressed, which torch.save does not do");
        }
        using var stream = entry.Open();
        return entry;
    }
}
