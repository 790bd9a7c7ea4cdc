using TrainSdk.Recording;
using TrainSdk.Recording.History;

namespace TrainSdk.Runtime.Tests.Advice;

/// <summary>A healthy run of a made-up model, of which a test changes one thing.</summary>
internal sealed record MadeUpRun
{
    public const int StepsPerEpoch = 20;

    public int Epochs { get; init; } = 20;

    public Dictionary<string, string> Settings { get; init; } = new() { ["lr"] = "0.001", ["batchSize"] = "32", ["epochs"] = "20" };

    /// <summary>By epoch, from 0.</summary>
    public Func<int, double> TrainLoss { get; init; } = static epoch => 2.3 * Math.Exp(-epoch / 4.0) + 0.05;

    public Func<int, double> ValidationLoss { get; init; } = static epoch => 2.4 * Math.Exp(-epoch / 4.0) + 0.15;

    public Func<int, double> TrainAccuracy { get; init; } = static epoch => 0.97 - (0.9 * Math.Exp(-epoch / 3.0));

    public Func<int, double> ValidationAccuracy { get; init; } = static epoch => 0.95 - (0.9 * Math.Exp(-epoch / 3.0));

    /// <summary>By step, from 0, and the epoch's loss.</summary>
    public Func<int, double, double> StepLoss { get; init; } = static (_, loss) => loss;

    public Func<int, double> Norm { get; init; } = static step => 1 + (0.1 * Math.Sin(step));

    public Func<int, double> Lr { get; init; } = static step => 0.001 * (1 - (step / 401.0));

    /// <summary>Of a layer from 0 to 3: gradient, update and share of dead units; weights have the norm 1.</summary>
    public Func<int, (double Grad, double Update, double Dead)> Layer { get; init; } = static _ => (0.1, 1e-3, 0.05);

    public Dictionary<string, double> Times { get; init; } = new() { ["data"] = 0.1, ["forward"] = 3, ["backward"] = 5, ["validation"] = 0.5 };

    public string StopReason { get; init; } = "Completed";

    /// <summary>Whether its metric is the perplexity in place of the accuracy.</summary>
    public bool IsText { get; init; }

    public string? Divergence { get; init; }

    public string Precision { get; init; } = "float32";

    public bool HasBatchNorm { get; init; }

    public IReadOnlyList<long> ClassCounts { get; init; } = [100, 110, 90];

    public IReadOnlyList<SampleRow> Samples { get; init; } = [];

    public RunHistory History(RunFolder folder) => new()
    {
        Folder = folder,
        Config = Config(),
        Result = new RunResult
        {
            StopReason = StopReason,
            Finished = DateTimeOffset.UnixEpoch,
            Epochs = Epochs,
            Steps = Epochs * StepsPerEpoch,
            BestEpoch = 0,
            Validation = null,
            Test = null,
            Divergence = Divergence,
        },
        Steps = [.. Enumerable.Range(0, Epochs * StepsPerEpoch).Select(step =>
            new StepRow(step, step / StepsPerEpoch, Lr(step), StepLoss(step, TrainLoss(step / StepsPerEpoch)), Norm(step)))],
        Epochs = [.. Enumerable.Range(0, Epochs).Select(Epoch)],
        Layers = [.. Enumerable.Range(0, Epochs * StepsPerEpoch).Where(static step => StepWatch.Watches(step))
            .SelectMany(step => Enumerable.Range(0, 4).Select(layer => Row(step, layer)))],
        Samples = Samples,
    };

    private EpochHistory Epoch(int epoch) => new()
    {
        Epoch = epoch,
        Step = (epoch + 1) * StepsPerEpoch,
        Lr = Lr(((epoch + 1) * StepsPerEpoch) - 1),
        Train = Measured(epoch, TrainLoss(epoch), TrainAccuracy(epoch)),
        Validation = Measured(epoch, ValidationLoss(epoch), ValidationAccuracy(epoch)),
        GradNorm = 1,
        Seconds = 10,
        SamplesPerSecond = 100,
        Times = Times,
    };

    private MeasuredRow Measured(int epoch, double loss, double accuracy) =>
        new(epoch, (epoch + 1) * StepsPerEpoch, loss, IsText
            ? new Dictionary<string, double> { ["perplexity"] = Math.Exp(loss) }
            : new Dictionary<string, double> { ["accuracy"] = accuracy });

    private LayerRow Row(int step, int layer)
    {
        var (grad, update, dead) = Layer(layer);
        return new LayerRow(step, $"layer{layer}", 1, grad, update) { DeadShare = dead };
    }

    private RunConfig Config() => new()
    {
        Model = "MyModel",
        Started = DateTimeOffset.UnixEpoch,
        Seed = 0,
        SplitSeed = 0,
        Settings = Settings.ToDictionary(static setting => setting.Key, static setting => new RecordedSetting(setting.Value, "attribute")),
        Samples = new RecordedSamples(640, 200, 200),
        InputShape = [1, 8, 8],
        Device = "cpu",
        Threads = 1,
        RecorderSteps = 128,
        Versions = new Dictionary<string, string>(),
        Precision = Precision,
        HasBatchNorm = HasBatchNorm,
        ClassCounts = ClassCounts,
    };
}
