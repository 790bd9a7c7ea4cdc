using System.Text;
using TrainSdk.Files;
using TrainSdk.Recording.History;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary><c>samples.csv</c>: single samples with the kept weights, in the order of their splits.</summary>
internal static class SamplesFile
{
    private const int MostShown = 24;
    private const string Columns = "split,sample,name,loss,predicted,actual\n";

    /// <summary>Writes the rows, whole or not at all.</summary>
    /// <exception cref="TrainException">The file cannot be written.</exception>
    public static void Write(RunFolder folder, IEnumerable<SampleRow> rows)
    {
        var text = new StringBuilder(Columns);
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Split, NumberText.Format(row.Sample), ConfusionFile.Quoted(row.Name), NumberText.Format(row.Loss),
                ConfusionFile.Quoted(row.Predicted), ConfusionFile.Quoted(row.Actual)).Append('\n');
        }
        AtomicFile.Write(folder.Files, folder.Samples, file => file.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The samples of a split that are shown: those with the highest losses, the highest first.</summary>
    public static IEnumerable<SampleRow> Worst(IEnumerable<SampleRow> rows, string split) =>
        rows.Where(row => row.Split == split && double.IsFinite(row.Loss)).OrderByDescending(static row => row.Loss).Take(MostShown);
}
