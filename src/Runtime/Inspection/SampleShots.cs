using System.Text;
using TrainSdk.Data;
using TrainSdk.Data.Sources;
using TrainSdk.Files;
using TrainSdk.Settings;

namespace TrainSdk.Inspection;

/// <summary>Files that show single samples: a PNG picture of what is one, else a line of text.</summary>
/// <param name="files">What writes.</param>
/// <param name="folder">Where to; made where it is missing.</param>
/// <param name="encoding">How inputs become numbers, and tokens text.</param>
internal sealed class SampleShots(IFileSystem files, string folder, InputEncoding encoding)
{
    /// <summary>Where a run has them, below its folder.</summary>
    public const string Folder = "samples";

    /// <summary>The ending of pictures.</summary>
    public const string Picture = ".png";

    /// <summary>The ending of text.</summary>
    public const string Line = ".txt";

    /// <summary>The name of a sample's file, without its ending.</summary>
    public static string NameOf(string split, long position) => $"{split}-{NumberText.Format(position)}";

    /// <summary>Writes a file for each of the samples.</summary>
    /// <param name="split">Name of the split.</param>
    /// <param name="data">Its samples.</param>
    /// <param name="positions">Which of them.</param>
    /// <exception cref="TrainException">A sample cannot be read, or a file cannot be written.</exception>
    public void Write(string split, DataSet data, IReadOnlyList<long> positions)
    {
        if (positions.Count == 0)
        {
            return;
        }
        files.CreateFolder(folder);
        var form = data.Sources[0].Form;
        if (SamplePicture.Shows(form))
        {
            Pictures(split, data, positions);
        }
        else
        {
            foreach (var position in positions)
            {
                Write(split, position, Line, Encoding.UTF8.GetBytes(SampleText.Of(data, position, encoding)));
            }
        }
    }

    // Black and white are the lowest and highest value of the samples shown.
    private void Pictures(string split, DataSet data, IReadOnlyList<long> positions)
    {
        var form = data.Sources[0].Form;
        var totals = new ValueTotals(form);
        var samples = positions.Select(position =>
        {
            var sample = new byte[form.Bytes];
            SampleBytes.Read(data.Sources[0], position, sample);
            totals.Add(sample);
            return sample;
        }).ToArray();
        var picture = new SamplePicture(form, totals.Ranges([]));
        foreach (var (position, sample) in positions.Zip(samples))
        {
            Write(split, position, Picture, picture.Png(sample));
        }
    }

    private void Write(string split, long position, string ending, byte[] content) =>
        AtomicFile.WriteUnsynced(files, Path.Combine(folder, NameOf(split, position) + ending), file => file.Write(content));
}
