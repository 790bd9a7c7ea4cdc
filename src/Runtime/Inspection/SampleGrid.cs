using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Data.Sources;

namespace TrainSdk.Inspection;

/// <summary>A few training samples in one picture: a column each, as they are and below as the first epochs see them.</summary>
/// <param name="Png">The picture's file.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1 for grey, 3 for colours.</param>
internal sealed record SampleGrid(byte[] Png, int Width, int Height, int Channels)
{
    private const int Samples = 8;
    private const int Epochs = 3;

    /// <summary>The picture; null where samples cannot be shown as pictures, or come as a stream, and where none can be read.</summary>
    /// <param name="data">The training split.</param>
    /// <param name="mean">Mean by channel, which fills what augmentation leaves empty.</param>
    /// <param name="augmentations">How training changes images, in its order; without any there is one row.</param>
    /// <param name="seed">The run's seed.</param>
    public static SampleGrid? Of(DataSet data, IReadOnlyList<double> mean, IReadOnlyList<IAugmentation> augmentations, long seed)
    {
        var form = data.Sources[0].Form;
        if (data.Stream is not null || !SamplePicture.Shows(form) || Read(data, form) is not { Count: > 0 } samples)
        {
            return null;
        }
        var changes = augmentations.Count == 0 ? [] : Enumerable.Range(0, Epochs)
            .Select(epoch => new SampleAugmenter(augmentations, mean, seed, epoch)).ToArray();
        var picture = new SamplePicture(form, Ranges(form, samples));
        var rows = changes.Length + 1;
        var pixels = new byte[samples.Count * rows * picture.Columns * picture.Rows * picture.Channels];
        var stride = samples.Count * picture.Columns * picture.Channels;
        foreach (var (column, (position, given)) in samples.Index())
        {
            for (var row = 0; row < rows; row++)
            {
                var shown = row == 0 ? given : Changed(changes[row - 1], form, position, given);
                var place = (row * picture.Rows * stride) + (column * picture.Columns * picture.Channels);
                Put(picture.Pixels(shown), picture, pixels.AsSpan(place), stride);
            }
        }
        var width = samples.Count * picture.Columns;
        return new SampleGrid(Inspection.Png.Pack(pixels, width, picture.Channels), width, rows * picture.Rows, picture.Channels);
    }

    // Samples that cannot be read are the training's to complain of.
    private static IReadOnlyList<(long Position, byte[] Bytes)> Read(DataSet data, SampleForm form)
    {
        var read = new List<(long, byte[])>();
        var taken = Math.Min(Samples, data.Count);
        for (var at = 0; at < taken; at++)
        {
            var position = at * data.Count / taken;
            var bytes = new byte[form.Bytes];
            try
            {
                SampleBytes.Read(data.Sources[0], position, bytes);
                read.Add((position, bytes));
            }
            catch (TrainException)
            {
                continue;
            }
        }
        return read;
    }

    private static IReadOnlyList<ValueRange> Ranges(SampleForm form, IReadOnlyList<(long Position, byte[] Bytes)> samples)
    {
        var totals = new ValueTotals(form);
        foreach (var (_, bytes) in samples)
        {
            totals.Add(bytes);
        }
        return totals.Ranges([]);
    }

    private static byte[] Changed(SampleAugmenter change, SampleForm form, long position, byte[] given)
    {
        byte[] changed = [.. given];
        change.Apply(form, position, changed, new byte[given.Length]);
        return changed;
    }

    private static void Put(ReadOnlySpan<byte> pixels, SamplePicture picture, Span<byte> place, int stride)
    {
        var line = picture.Columns * picture.Channels;
        for (var row = 0; row < picture.Rows; row++)
        {
            pixels.Slice(row * line, line).CopyTo(place[(row * stride)..]);
        }
    }
}
