using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using SkiaSharp;
using Tensorboard;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Runtime.Tests.Training;
using TrainSdk.Training;
using static TorchSharp.torch;
using Event = Tensorboard.Event;
using RunOptions = TrainSdk.Training.RunOptions;

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

    [Fact]
    public void TheSpreadOfEveryParameterIsThereForEveryEpoch()
    {
        _runs.Train("run");
        var spreads = Read("run").SelectMany(static message => message.Summary?.Value.Select(value => (message.Step, value.Tag, value.Histo)) ?? [])
            .Where(static value => value.Histo is not null).ToArray();

        using var model = new SmallNet();
        Assert.Equal(
            from step in (long[])[6, 12, 18, 24] from parameter in model.named_parameters() select (step, $"weights/{parameter.name}", (double)parameter.parameter.numel()),
            spreads.Select(static value => (value.Step, value.Tag, value.Histo.Num)));
        using var last = Checkpoint.Open(RunFolder.Find(_runs.Folder("run")));
        last.CopyInto(model);
        foreach (var (name, parameter) in model.named_parameters())
        {
            var spread = spreads.Last(value => value.Tag == $"weights/{name}").Histo;
            Assert.Equal((parameter.min().ToDouble(), parameter.max().ToDouble()), (spread.Min, spread.Max));
            Assert.Equal(parameter.sum().ToDouble(), spread.Sum, 1e-5);
            Assert.Equal(parameter.square().sum().ToDouble(), spread.SumSquares, 1e-5);
        }
    }

    [Fact]
    public void APictureShowsSamplesAsTrainingSeesThem()
    {
        using var model = new ImageNet();
        var bytes = Enumerable.Range(0, 12 * 4 * 4).Select(static at => (byte)(at % 251)).ToArray();
        var images = torch.tensor(bytes, [12, 1, 4, 4], dtype: ScalarType.Byte);
        var labels = torch.tensor(Enumerable.Range(0, 12).Select(static at => (long)at % 3).ToArray());
        var data = new DataSet(images, labels, ["a", "b", "c"]);
        var options = new RunOptions { RunDirectory = _runs.Folder("run") };
        using var run = TrainingRun.Start(
            SmallLoop.Describe<ImageNet>(), model, isExternal: false, new SmallSettings { BatchSize = 6 }, new DataSplits(data, null, null), options);
        run.Augment(new Flip(1, 0));
        run.Begin();
        run.Recorder.Dispose();

        var image = Assert.Single(Read("run"), static message => Tag(message) == "samples/train").Summary.Value[0].Image;
        using var picture = SKBitmap.Decode(image.EncodedImageString.ToByteArray());
        Assert.Equal((8 * 4, 4 * 4, 1), (image.Width, image.Height, image.Colorspace));
        Assert.Equal((8 * 4, 4 * 4), (picture.Width, picture.Height));
        for (var (row, column) = (0, 0); row < 16; (row, column) = column == 31 ? (row + 1, 0) : (row, column + 1))
        {
            // Samples 0, 1, 3, 4, 6, 7, 9 and 10; above as they are, below with left and right changed by every epoch.
            var sample = column / 4 * 12 / 8;
            var across = row < 4 ? column % 4 : 3 - (column % 4);
            Assert.Equal(bytes[(sample * 16) + (row % 4 * 4) + across], picture.GetPixel(column, row).Red);
        }
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
