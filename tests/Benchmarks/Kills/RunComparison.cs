using System.Text.Json.Nodes;
using TrainSdk.Checkpoints;
using TrainSdk.Recording;

namespace TrainSdk.Benchmarks.Kills;

/// <summary>Compares a run that was killed with one that was not.</summary>
internal static class RunComparison
{
    private const int TimeColumns = 8;
    private const string TimeEnding = "_ticks";
    private static readonly string[] Tables = ["steps.csv", "validations.csv", "layers.csv", "samples.csv"];

    /// <summary>What differs; empty where nothing does but times.</summary>
    public static IReadOnlyList<string> Differences(string expected, string actual)
    {
        var (whole, parts) = (RunFolder.Find(expected), RunFolder.Find(actual));
        return
        [
            .. Tensors(whole.LastCheckpoint, parts.LastCheckpoint),
            .. Tensors(whole.BestWeights, parts.BestWeights),
            .. Tables.Where(table => !Rows(whole, table, 0).SequenceEqual(Rows(parts, table, 0))),
            .. Rows(whole, "epochs.csv", TimeColumns).SequenceEqual(Rows(parts, "epochs.csv", TimeColumns)) ? [] : (string[])["epochs.csv"],
            .. Result(whole) == Result(parts) ? [] : (string[])["result.json"],
            .. Values(whole).SequenceEqual(Values(parts)) ? [] : (string[])["numbers of last.safetensors"],
        ];
    }

    /// <summary>Whether the steps of a run stand in its table from 0 on, each once.</summary>
    public static bool HasEveryStepOnce(string run)
    {
        var rows = Rows(RunFolder.Find(run), "steps.csv", 0);
        return rows.Skip(1).Select(static row => row.Split(',')[0])
            .SequenceEqual(Enumerable.Range(0, rows.Length - 1).Select(static step => $"{step}"));
    }

    private static IEnumerable<string> Tensors(string expected, string actual)
    {
        var (whole, parts) = (TensorFile.Read(expected), TensorFile.Read(actual));
        return whole.Keys.Union(parts.Keys)
            .Where(name => !whole.TryGetValue(name, out var left) || !parts.TryGetValue(name, out var right) || left != right)
            .Select(name => $"{name} of {Path.GetFileName(expected)}");
    }

    private static string[] Rows(RunFolder run, string table, int without) =>
        !File.Exists(Path.Combine(run.Path, table)) ? [] : [.. File.ReadAllText(Path.Combine(run.Path, table)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => string.Join(',', row.Split(',').SkipLast(without)))];

    private static string Result(RunFolder run)
    {
        var result = JsonNode.Parse(File.ReadAllText(run.Result))!.AsObject();
        result.Remove("finished");
        return result.ToJsonString();
    }

    // Position, step counts, patience, best value: everything but the clock.
    private static IEnumerable<string> Values(RunFolder run)
    {
        using var reader = SafetensorsReader.Open(run.LastCheckpoint, isVerified: true);
        var record = CheckpointJson.Read(reader.Header.Metadata[WeightsMetadata.Checkpoint]);
        return [
            $"{record.Epoch} {record.Step} {record.Stop}", .. record.Parts,
            .. record.Values.Where(static value => !value.Key.EndsWith(TimeEnding, StringComparison.Ordinal))
                .Select(static value => $"{value.Key} {value.Value}").Order(StringComparer.Ordinal)];
    }
}
