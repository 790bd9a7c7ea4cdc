using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Tensorboard;
using TrainSdk.Runtime.Tests.Training;

namespace TrainSdk.Runtime.Tests.Recording.TensorBoard;

/// <summary>What a run leaves for TensorBoard is what its tables hold.</summary>
public sealed class EventFileTests : IDisposable
{
    private readonly SmallRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void EveryNumberOfTheTablesIsThere()
    {
        _runs.Train("run");
        var events = Read("run");

        Assert.Equal("brain.Event:2", events[0].FileVersion);
        Assert.Equal(Column("steps.csv", "step", "loss"), EventReader.Scalars(events, "train/loss"));
        Assert.Equal(Column("steps.csv", "step", "lr"), EventReader.Scalars(events, "train/lr"));
        Assert.Equal(Column("steps.csv", "step", "grad_norm"), EventReader.Scalars(events, "train/grad_norm"));
        Assert.Equal(Column("epochs.csv", "step", "val_loss"), EventReader.Scalars(events, "val/loss"));
        Assert.Equal(Column("epochs.csv", "step", "val_accuracy"), EventReader.Scalars(events, "val/accuracy"));
        Assert.Equal(Column("epochs.csv", "step", "train_accuracy"), EventReader.Scalars(events, "train/accuracy"));
        Assert.Equal(Column("epochs.csv", "step", "samples_per_second"), EventReader.Scalars(events, "time/samples_per_second"));
    }

    [Fact]
    public void TimesAreThoseOfTheRun()
    {
        var before = DateTimeOffset.UtcNow;
        _runs.Train("run");
        var after = DateTimeOffset.UtcNow;

        double[] times = [.. Read("run").Select(static message => message.WallTime)];

        Assert.All(times, time => Assert.InRange(
            time, before.ToUnixTimeMilliseconds() / 1000.0 - 0.001, after.ToUnixTimeMilliseconds() / 1000.0 + 0.001));
        Assert.True(times.Distinct().Count() > times.Length / 2, "each step has a time of its own");
    }

    [Fact]
    public void ARunThatGoesOnLeavesOneFileWithoutAGapAndWithoutAStepTwice()
    {
        _runs.Train("whole");
        _runs.Train("parts", stopAfter: 13);
        _runs.Resume("parts");

        var (whole, parts) = (Read("whole"), Read("parts"));

        foreach (var tag in (string[])["train/loss", "val/loss", "val/accuracy"])
        {
            Assert.Equal(EventReader.Scalars(whole, tag), EventReader.Scalars(parts, tag));
        }
        Assert.Single(parts, static message => Tag(message) == "_hparams_/session_start_info");
        Assert.Single(parts, static message => Tag(message) == "_hparams_/session_end_info");
    }

    [Fact]
    public void SettingsAndEndStandInTheTableOfHyperparameters()
    {
        _runs.Train("run");
        var events = Read("run");

        var start = Plugin(events, "_hparams_/session_start_info", 3);
        var settings = new Dictionary<string, Value>();
        while (start.ReadTag() is var tag and > 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 1)
            {
                var entry = new CodedInputStream(start.ReadBytes().ToByteArray());
                _ = entry.ReadTag();
                var name = entry.ReadString();
                _ = entry.ReadTag();
                settings.Add(name, Value.Parser.ParseFrom(entry.ReadBytes()));
            }
            else
            {
                start.SkipLastField();
            }
        }
        Assert.Equal((4, 5), (settings["epochs"].NumberValue, settings["seed"].NumberValue));

        var end = Plugin(events, "_hparams_/session_end_info", 4);
        Assert.Equal((1u << 3, 1), (end.ReadTag(), end.ReadEnum()));
    }

    private IReadOnlyList<Event> Read(string run) => EventReader.Read(_runs.Folder(run));

    private static string? Tag(Event message) => message.Summary?.Value.FirstOrDefault()?.Tag;

    // HParamsPluginData { SessionStartInfo session_start_info = 3; SessionEndInfo session_end_info = 4; }
    private static CodedInputStream Plugin(IReadOnlyList<Event> events, string tag, int field)
    {
        var data = Assert.Single(events, message => Tag(message) == tag).Summary.Value[0].Metadata.PluginData;
        Assert.Equal("hparams", data.PluginName);
        var content = new CodedInputStream(data.Content.ToByteArray());
        Assert.Equal(field, WireFormat.GetTagFieldNumber(content.ReadTag()));
        return new CodedInputStream(content.ReadBytes().ToByteArray());
    }

    private IEnumerable<(long Step, float Value)> Column(string table, string step, string column)
    {
        var rows = _runs.Table("run", table).TrimEnd('\n').Split('\n').Select(static row => row.Split(',')).ToArray();
        var (stepAt, valueAt) = (Array.IndexOf(rows[0], step), Array.IndexOf(rows[0], column));
        return rows.Skip(1).Select(row => (long.Parse(row[stepAt], null), (float)double.Parse(row[valueAt], null)));
    }
}
