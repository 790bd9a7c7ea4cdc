using System.Globalization;
using TrainSdk.Settings;
using TrainSdk.Trials;

namespace TrainSdk.CommandLine;

/// <summary>A summary as lines: a row per layer, then what the whole model is and takes.</summary>
internal static class SummaryLines
{
    private const double Megabyte = 1e6;

    public static void Write(TextWriter output, ModelSummary summary, long batchSize)
    {
        TextTable.Write(output, [
            ["layer", "type", "output", "parameters", "multiply-adds"],
            .. summary.Layers.Select(static layer => (string[])
            [
                layer.Name, layer.Type, layer.Shape, Whole(layer.Parameters),
                layer.MultiplyAdds is { } count ? Whole(count) : "?",
            ])]);
        var frozen = summary.Frozen > 0 ? $", {Whole(summary.Frozen)} of them frozen" : "";
        output.WriteLine($"parameters     {Whole(summary.Parameters)}{frozen}");
        output.WriteLine($"multiply-adds  {Whole(summary.MultiplyAdds)} per sample forward, about three times as many in training");
        output.WriteLine(
            $"memory         weights {Size(summary.WeightBytes)}, gradients as much, Adam's state twice as much; "
            + $"buffers {Size(summary.BufferBytes)}; outputs {Size(summary.OutputBytes * batchSize)} for a batch of "
            + NumberText.Format(batchSize));
    }

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => $"{HumanNumber.Format(bytes / Megabyte)} MB";
}
