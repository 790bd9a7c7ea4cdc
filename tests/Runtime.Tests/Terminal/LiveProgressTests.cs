using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Terminal;

namespace TrainSdk.Runtime.Tests.Terminal;

public sealed class LiveProgressTests
{
    private readonly StoppedTime _time = new() { Now = TimeSpan.FromMinutes(1) };

    [Fact]
    public void ARunIsShownAsItGoes()
    {
        var screen = new Screen(width: 120);
        var progress = new LiveProgress(new PinnedLines(screen.Console), _time);
        progress.Start(Outline());
        Assert.Equal([$"run    {new string('─', 50)}    0%  epoch 1/2"], screen.Lines);

        _time.Now += TimeSpan.FromSeconds(10);
        progress.Steps([Step(0, 2.0), Step(1, 1.0)]);
        Assert.Equal(
            [
                $"run    {new string('━', 12)}{new string('─', 38)}   25%  epoch 1/2, 30s left",
                $"epoch  {new string('━', 25)}{new string('─', 25)}   50%  step 2/4, 10s left",
                "loss   1.5       █▁  lr 0.001  grad norm 0.5",
            ],
            screen.Lines.Take(3));
        Assert.Matches("^speed  32 samples/s  memory [0-9,]+ MB$", screen.Lines[3]);

        progress.Epoch(Epoch(0, 0.75));
        Assert.Equal("epoch  train loss   val loss  val accuracy         lr  grad norm  samples/s    time", screen.Lines[0]);
        Assert.Equal("  1/2        1.25       0.75         0.987      0.001        0.5      1,234      2s", screen.Lines[1]);
        Assert.Equal(6, screen.Lines.Count);

        _time.Now += TimeSpan.FromSeconds(10);
        progress.Steps([Step(7, 0.5)]);
        Assert.EndsWith("  step 4/4, validating", screen.Lines[3]);
        Assert.EndsWith("  lowest val loss 0.75 in epoch 1", screen.Lines[5]);

        progress.Epoch(Epoch(1, 0.8));
        progress.End(new RunOutcome { StopReason = "Completed", IsDone = true, Steps = 8, BestEpoch = 0, Validation = null, Test = null });
        Assert.Equal(["epoch", "1/2", "2/2"], screen.Lines.Select(static line => line.Trim().Split(' ')[0]));
    }

    [Fact]
    public void TheHeadComesAgainAfterAScreenOfRows()
    {
        var screen = new Screen();
        var progress = new LiveProgress(new PinnedLines(screen.Console), _time);
        progress.Start(Outline() with { Epochs = 61 });
        for (var epoch = 0; epoch < 61; epoch++)
        {
            progress.Epoch(Epoch(epoch, 1));
        }
        Assert.Equal([0, 31, 62], screen.Lines.Index().Where(static line => line.Item.Contains("train loss")).Select(static line => line.Index));
    }

    [Fact]
    public void ItIsDrawnFourTimesASecondAtMost()
    {
        var screen = new Screen();
        var progress = new LiveProgress(new PinnedLines(screen.Console), _time);
        progress.Start(Outline() with { StepsPerEpoch = 1_000_000 });
        progress.Steps([Step(0, 2.0)]);
        var length = screen.Sent.Length;
        for (var step = 1; step < 250; step++)
        {
            _time.Now += TimeSpan.FromMilliseconds(1);
            progress.Steps([Step(step, 2.0)]);
        }
        Assert.Equal(length, screen.Sent.Length);
        _time.Now += TimeSpan.FromMilliseconds(1);
        progress.Steps([Step(250, 2.0)]);
        Assert.True(screen.Sent.Length > length);
    }

    [Theory]
    [InlineData(120, "epoch|train loss|val loss|val accuracy|lr|grad norm|samples/s|time")]
    [InlineData(80, "epoch|train loss|val loss|val accuracy|lr|grad norm|time")]
    [InlineData(60, "epoch|train loss|val loss|val accuracy|time")]
    [InlineData(30, "epoch|train loss|val loss")]
    [InlineData(5, "epoch|val loss")]
    public void ANarrowTerminalHasFewerColumns(int width, string columns)
    {
        var screen = new Screen(width, height: 50);
        screen.Console.Write(new EpochTable(Outline(), Epoch(0, 0.5), width, static _ => false).Head);
        var head = string.Join(' ', screen.Lines);
        Assert.Equal(columns.Split('|').Select(static name => name.Replace(' ', '\0')), Words(head));
    }

    [Fact]
    public void ARunThatGoesOnKnowsItsBestEpoch()
    {
        var screen = new Screen(width: 120);
        var progress = new LiveProgress(new PinnedLines(screen.Console), _time);
        progress.Start(Outline() with { Step = 4, History = [Epoch(0, 0.25)] });
        Assert.EndsWith("   50%  epoch 2/2", screen.Lines[0]);
        progress.Steps([Step(4, 1.0)]);
        Assert.EndsWith("  lowest val loss 0.25 in epoch 1", screen.Lines[3]);
    }

    [Fact]
    public void WithoutUnicodeItIsAscii()
    {
        var screen = new Screen();
        screen.Console.Profile.Capabilities.Unicode = false;
        var progress = new LiveProgress(new PinnedLines(screen.Console), _time);
        progress.Start(Outline());
        progress.Steps([Step(0, 2.0)]);
        screen.Console.Write(ResultTable.Of([Epoch(0, 0.5)], 0, new Evaluation(0.5), null, hasUnicode: false)!);
        Assert.All(screen.Sent, static character => Assert.True(char.IsAscii(character)));
    }

    [Fact]
    public void TheFinalTableHasEverySplit()
    {
        var screen = new Screen();
        var accuracy = new MetricValue("accuracy", 0.987654321, IsHigherBetter: true);
        screen.Console.Write(ResultTable.Of([Epoch(0, 0.5)], 0, new Evaluation(0.5, accuracy), new Evaluation(0.25), hasUnicode: false)!);
        Assert.Equal(
            [
                "+--------------------------------------------+",
                "| epoch 1  | in training | validation | test |",
                "|----------+-------------+------------+------|",
                "| loss     |        1.25 |        0.5 | 0.25 |",
                "| accuracy |         0.5 |   0.987654 |      |",
                "+--------------------------------------------+",
            ],
            screen.Lines);
        Assert.Null(ResultTable.Of([], null, null, null, hasUnicode: true));
    }

    // "val loss" is one name: two words with a single blank between them.
    private static IEnumerable<string> Words(string head)
    {
        string[] names = ["train loss", "val loss", "val accuracy", "grad norm"];
        return names.Aggregate(head, static (text, name) => text.Replace(name, name.Replace(' ', '\0')))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static RunOutline Outline() => new()
    {
        Model = "Model",
        Settings = new Dictionary<string, string>(),
        Epochs = 2,
        StepsPerEpoch = 4,
        Parameters = 10,
        HasValidation = true,
        Device = "cpu",
    };

    private static StepRecord Step(long step, double loss) => new(step, (int)(step / 4), 0.001, loss, 32, 0.5)
    {
        Count = 32,
        Time = DateTimeOffset.UnixEpoch.AddSeconds(step),
    };

    private static EpochSummary Epoch(int epoch, double validationLoss) => new()
    {
        Epoch = epoch,
        Step = (epoch + 1) * 4,
        Lr = 0.001,
        Train = new Evaluation(1.25, new MetricValue("accuracy", 0.5, IsHigherBetter: true)),
        Validation = new Evaluation(validationLoss, new MetricValue("accuracy", 0.987, IsHigherBetter: true)),
        GradNorm = 0.5,
        Seconds = 2,
        SamplesPerSecond = 1234.4,
        FirstBadStep = null,
    };
}
