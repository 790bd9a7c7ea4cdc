using TrainSdk.Inspection;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>What <c>check data</c> found, in a few lines.</summary>
internal static class DataLines
{
    private const int MostRanges = 3;

    /// <summary>Splits, inputs, values and classes.</summary>
    public static void Write(TextWriter output, DataReport report)
    {
        var splits = report.Splits.Select(static split => $"{split.Name} {NumberText.Format(split.Data.Count)}");
        output.WriteLine($"samples {string.Join(", ", splits)}");
        var form = report.Train.Data.Sources[0].Form;
        output.WriteLine($"inputs {form.ShapeText} {form.Type.ToString().ToLowerInvariant()}");
        foreach (var range in report.Train.Ranges.Take(MostRanges))
        {
            output.WriteLine(
                $"values {range.Name}  {HumanNumber.Format(range.Low)} to {HumanNumber.Format(range.High)}  "
                + $"mean {HumanNumber.Format(range.Mean)} ± {HumanNumber.Format(range.Deviation)}");
        }
        if (report.Train.Ranges.Count > MostRanges)
        {
            output.WriteLine($"values of {NumberText.Format(report.Train.Ranges.Count - MostRanges)} more are on the sheet");
        }
        if (report.Train.Labels.Length > 0)
        {
            var counts = report.Train.ClassCounts;
            output.WriteLine(
                $"classes {NumberText.Format(counts.Length)}, {NumberText.Format(counts.Min())} to {NumberText.Format(counts.Max())} "
                + "training samples each");
        }
        if (report.Augmentations.Count > 0)
        {
            output.WriteLine($"augmentations {string.Join(", ", report.Augmentations.Select(static each => each.Name))}");
        }
    }
}
