using TrainSdk.Checkpoints;
using TrainSdk.Files;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Training;

/// <summary>A run that is to go on: its folder, what it was started with, and its last checkpoint.</summary>
internal sealed class ResumedRun : IDisposable
{
    /// <summary>What the position in an epoch, the order of samples or the model itself depend on.</summary>
    private static readonly string[] Fixed = ["BatchSize", "Accumulate", "Seed", "SplitSeed"];

    private readonly RunLock _taken;

    private ResumedRun(RunFolder folder, RunLock taken, RunConfig config, Checkpoint checkpoint)
    {
        _taken = taken;
        Folder = folder;
        Config = config;
        Checkpoint = checkpoint;
    }

    /// <summary>Its folder.</summary>
    public RunFolder Folder { get; }

    /// <summary>What it was started with.</summary>
    public RunConfig Config { get; }

    /// <summary>Where it stands.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Where the loop goes on. A run that had stopped for good, and was not refused, was given more to do.</summary>
    public RunPosition Position =>
        new(Checkpoint.Record.Epoch, Checkpoint.Record.Step, WasStoppedEarly && !HasResult ? StopReason.EarlyStopped : null);

    private bool HasResult => File.Exists(Folder.Result);

    private bool WasStoppedEarly => Checkpoint.Record.Stop == nameof(StopReason.EarlyStopped);

    /// <summary>Opens a run.</summary>
    /// <param name="run">A run folder, or <c>latest</c>.</param>
    /// <exception cref="TrainException">There is none, or it has no checkpoint.</exception>
    public static ResumedRun Open(string run)
    {
        var folder = RunFolder.Find(run);
        var taken = RunLock.Take(folder.Path);
        try
        {
            return new ResumedRun(folder, taken, RunRecordFile.ReadConfig(folder), Checkpoint.Open(folder));
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Refuses another model, and settings that cannot change within a run.</summary>
    /// <exception cref="TrainException">Something differs; the message says what.</exception>
    public void Check<TSettings>(string model, bool isExternal, SettingTable<TSettings> table, TSettings settings)
    {
        if (Config.Model != model)
        {
            throw new TrainException($"{Folder.Path} trained {Config.Model}, not {model}");
        }
        if (Config.External != isExternal)
        {
            throw new TrainException(Config.External
                ? $"{Folder.Path} trained a model that the program built; build it again and resume with that model"
                : $"{Folder.Path} trained a model that was built from its settings; resume it without a model of your own");
        }
        CheckHasAllOf(table);
        var refused = Changed(table.TextOf(settings))
            .Where(change => Fixed.Contains(change.Name) || table.Find(change.Name) is { IsConstructorValue: true })
            .ToArray();
        if (refused.Length > 0)
        {
            var changes = refused.Select(static change => $"{SettingName.Option(change.Name)} was {change.Then} and is {change.Now}");
            throw new TrainException($"{Folder.Path} cannot go on: {string.Join(", ", changes)}; leave it, or train anew");
        }
        CheckIsUnfinished(table.TextOf(settings));
    }

    /// <summary>Refuses other data.</summary>
    /// <exception cref="TrainException">Something differs; the message says what.</exception>
    public void Check(IReadOnlyDictionary<string, string> fingerprint, long stepsPerEpoch)
    {
        var differences = DataFingerprint.Differences(Checkpoint.Record.Data, fingerprint).ToArray();
        if (differences.Length > 0)
        {
            throw new TrainException(
                $"{Folder.Path} cannot go on: these are other data than it was trained on ({string.Join(", ", differences)} differ); "
                + "give it the same, in the same order, or train anew");
        }
        if (Checkpoint.Record.StepsPerEpoch != stepsPerEpoch)
        {
            throw new TrainException(
                $"{Folder.Path} cannot go on: an epoch had {Checkpoint.Record.StepsPerEpoch} steps and has {stepsPerEpoch} now");
        }
    }

    /// <summary>Records that the run goes on, with what it goes on with.</summary>
    public void Write(RunConfig now)
    {
        var changes = Changed(now.Settings.ToDictionary(static pair => pair.Key, static pair => pair.Value.Value))
            .ToDictionary(static change => SettingName.Json(change.Name), static change => $"{change.Then} -> {change.Now}");
        var resumption = new Resumption(DateTimeOffset.UtcNow, Checkpoint.Record.Epoch, Checkpoint.Record.Step, changes);
        RunRecordFile.Write(Folder, now with
        {
            Started = Config.Started,
            Settings = now.Settings.ToDictionary(static pair => pair.Key, pair => changes.ContainsKey(pair.Key)
                ? pair.Value
                : Config.Settings.GetValueOrDefault(pair.Key, pair.Value)),
            Resumed = [.. Config.Resumed, resumption],
        });
        File.Delete(Folder.Result);
    }

    /// <summary>The settings that are not as they were.</summary>
    public IEnumerable<(string Name, string Then, string Now)> Changed(IReadOnlyDictionary<string, string> now)
    {
        foreach (var (name, value) in now)
        {
            if (Config.Settings.TryGetValue(SettingName.Json(name), out var then) && then.Value != value)
            {
                yield return (name, then.Value, value);
            }
        }
    }

    /// <summary>The settings that the run did not have: of attributes that were added since.</summary>
    public IEnumerable<KeyValuePair<string, string>> Added(IReadOnlyDictionary<string, string> now) =>
        now.Where(setting => !Config.Settings.ContainsKey(SettingName.Json(setting.Key)));

    public void Dispose()
    {
        Checkpoint.Dispose();
        _taken.Dispose();
    }

    // An attribute that keeps no state, such as [ClipGradNorm], leaves no other trace of having been there.
    private void CheckHasAllOf<TSettings>(SettingTable<TSettings> table)
    {
        var gone = Config.Settings.Keys.Where(name => table.Find(name) is null).Select(SettingName.Option).ToArray();
        if (gone.Length > 0)
        {
            throw new TrainException(
                $"{Folder.Path} cannot go on: it was trained with {string.Join(", ", gone)}, and the model has no such "
                + $"{(gone.Length == 1 ? "setting" : "settings")} any more; put the attribute back, or train anew");
        }
    }

    // A run that was killed after its last epoch has no result yet, and only needs to be ended.
    private void CheckIsUnfinished(IReadOnlyDictionary<string, string> values)
    {
        if (!HasResult)
        {
            return;
        }
        var epoch = Checkpoint.Record.Epoch;
        if (NumberText.TryInteger(values["Epochs"], out var epochs) && epoch >= epochs)
        {
            throw new TrainException(
                $"{Folder.Path} has done its {epoch} {(epoch == 1 ? "epoch" : "epochs")}; give it more, such as --epochs {2 * epoch}");
        }
        if (WasStoppedEarly && !HasMorePatience(values))
        {
            var more = NumberText.TryInteger(values["EarlyStop"], out var patience) ? NumberText.Format(2 * patience) : "N";
            throw new TrainException(
                $"{Folder.Path} was stopped early after {epoch} epochs, with its patience used up; "
                + $"give it more, such as --early-stop {more}");
        }
    }

    private bool HasMorePatience(IReadOnlyDictionary<string, string> values) =>
        Changed(values).Any(static change => change.Name.StartsWith("EarlyStop", StringComparison.Ordinal));
}
