using System.Text.Json;
using TrainSdk.Checkpoints;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>Compares everything that two runs leave behind, but for how long they took.</summary>
internal static class SameRun
{
    private const int TimeColumns = 8;
    private const string MetadataName = "__metadata__";
    private const string RecordName = "trainsdk.checkpoint";

    /// <summary>Results, records and last checkpoints are the same to the last bit.</summary>
    public static void Assert<TModel>(FitResult<TModel> expected, FitResult<TModel> actual)
        where TModel : nn.Module, ITrainedModel
    {
        Xunit.Assert.Equal(
            (expected.StopReason, expected.BestEpoch, expected.Validation, expected.Test),
            (actual.StopReason, actual.BestEpoch, actual.Validation, actual.Test));
        Xunit.Assert.Equal(expected.History.Select(Timeless), actual.History.Select(Timeless));
        Weights.AssertSameBits(expected.Model, actual.Model);
        AssertSameRecords(expected.RunFolder!, actual.RunFolder!);
        AssertSameCheckpoint(expected.RunFolder!, actual.RunFolder!);
    }

    private static EpochSummary Timeless(EpochSummary epoch) => epoch with { Seconds = 0, SamplesPerSecond = 0, Times = default };

    private static void AssertSameRecords(RunFolder expected, RunFolder actual)
    {
        Xunit.Assert.Equal(File.ReadAllText(expected.Steps), File.ReadAllText(actual.Steps));
        Xunit.Assert.Equal(File.ReadLines(expected.Epochs).Select(WithoutTimes), File.ReadLines(actual.Epochs).Select(WithoutTimes));
        Xunit.Assert.Equal(TextOf(expected.Validations), TextOf(actual.Validations));
        Xunit.Assert.Equal(TextOf(expected.Layers), TextOf(actual.Layers));
    }

    private static string? TextOf(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static string WithoutTimes(string row) => string.Join(',', row.Split(',').SkipLast(TimeColumns));

    // The format's own layout: the header's length, the header, and all numbers one after the other.
    private static void AssertSameCheckpoint(RunFolder expected, RunFolder actual)
    {
        var (first, second) = (Parse(expected), Parse(actual));
        Xunit.Assert.Equal(first.Tensors, second.Tensors);
        Xunit.Assert.Equal(first.Values, second.Values);
        Xunit.Assert.True(first.Data.AsSpan().SequenceEqual(second.Data), "the last checkpoints differ");
    }

    private static (string[] Tensors, string[] Values, byte[] Data) Parse(RunFolder folder)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder.Path, "checkpoints", "last.safetensors"));
        var length = BitConverter.ToInt32(bytes);
        using var header = JsonDocument.Parse(bytes.AsMemory(sizeof(long), length));
        using var record = JsonDocument.Parse(header.RootElement.GetProperty(MetadataName).GetProperty(RecordName).GetString()!);
        return
        (
            [.. header.RootElement.EnumerateObject().Where(static entry => entry.Name != MetadataName).Select(static entry => entry.ToString())],
            [.. record.RootElement.GetProperty("values").EnumerateObject().Select(static value => value.ToString())
                .Where(static value => !value.Contains("_ticks", StringComparison.Ordinal))],
            bytes[(sizeof(long) + length)..]
        );
    }
}
