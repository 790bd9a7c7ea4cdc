using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Settings;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary>An app as the generator writes it, over a few samples, with its console and environment caught.</summary>
internal sealed class SampleApp : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public TemporaryFolder Folder { get; } = new();

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Stands in for the loop; the real one where null.</summary>
    public Func<SampleSettings, RunOptions, FitResult<SmallNet>>? Train { get; init; }

    public Func<SampleSettings, DataSplits> Load { get; init; } = static settings => Samples().Split(settings.SplitSeed, 0.2, 0.2);

    public Func<SampleSettings, SmallNet> Build { get; init; } = static settings => new SmallNet(settings.Width);

    public SettingTable<SampleSettings> Table { get; init; } = SampleSettings.Table;

    public Func<SampleSettings, double>? ScaledLr { get; init; }

    /// <summary>Called after each optimizer step.</summary>
    public Action<long>? OnStep { get; init; }

    /// <summary>The precision of the last evaluation.</summary>
    public MixedPrecision? Measured { get; private set; }

    public int Loads { get; private set; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string RunFolder => Folder.File("run");

    public void Dispose()
    {
        Folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    public int Run(params string[] args) => TrainCommandLine.Run(args, new TrainedApp<SmallNet, SampleSettings>(
        Description(), CountedLoad, new Surroundings(_output, _error, Environment)));

    /// <summary>Runs in the console and the environment of this process.</summary>
    public int RunHere(params string[] args) =>
        TrainCommandLine.Run(args, new TrainedApp<SmallNet, SampleSettings>(Description(), CountedLoad, Surroundings.OfProcess()));

    /// <summary>Runs what must be refused, and gives the one line that says why.</summary>
    public string Refused(params string[] args)
    {
        Assert.Equal(ExitCode.WrongUse, Run(args));
        var lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("error: ", Assert.Single(lines));
        return lines[0]["error: ".Length..];
    }

    /// <summary>60 samples of 4 numbers; the class is the sign of the first, or the second where that is near 0.</summary>
    public static DataSet Samples()
    {
        var inputs = new float[60, 4];
        var labels = new long[60];
        for (var i = 0; i < 60; i++)
        {
            labels[i] = i % 3;
            inputs[i, 0] = labels[i] - 1;
            inputs[i, 1] = i / 60f;
            inputs[i, 2] = -inputs[i, 0];
            inputs[i, 3] = 1;
        }
        return DataSet.FromArrays(inputs, labels, ["left", "middle", "right"]);
    }

    private DataSplits CountedLoad(SampleSettings settings)
    {
        Loads++;
        return Load(settings);
    }

    private ModelDescription<SmallNet, SampleSettings> Description() => new()
    {
        Name = nameof(SmallNet),
        Settings = Table,
        Lr = static (step, settings, stepsPerEpoch) => settings.Lr / (1 + step / stepsPerEpoch),
        ScaledLr = ScaledLr,
        Build = Build,
        Train = (data, settings, options, cancel) => Train?.Invoke(settings, options) ?? Fit(data, settings, options, cancel),
        Evaluate = (model, split, encoding, batchSize, precision) =>
        {
            Measured = precision;
            return Evaluate(model, split, encoding, batchSize);
        },
    };

    private FitResult<SmallNet> Fit(DataSplits data, SampleSettings settings, RunOptions options, CancellationToken cancel)
    {
        var model = Build(settings);
        using var run = TrainingRun.Start(Description(), model, isExternal: false, settings, data, options);
        using var optimizer = new Adam(run.Parameters);
        using var metrics = new MetricSet(new Accuracy());
        run.Keep("Adam", optimizer);
        run.Keep("Metrics", metrics);
        var (epoch, step, stop) = run.Begin();
        while (epoch < settings.Epochs && stop is null)
        {
            model.train();
            foreach (var batch in run.Batches.Epoch(epoch, step))
            {
                stop ??= run.MustStop(cancel);
                if (stop is not null)
                {
                    break;
                }
                using var scope = NewDisposeScope();
                optimizer.Lr = settings.Lr;
                var output = model.call(batch.Input);
                var loss = functional.cross_entropy(output, batch.Target);
                loss.backward();
                var norm = run.Gradients.ClipNorm(settings.ClipGradNorm);
                optimizer.Step(skipIf: norm.IsNotFinite);
                run.Gradients.Clear();
                metrics.Add(output, batch.Target);
                run.Recorder.Step(step++, epoch, optimizer.Lr, loss, batch.Count, norm);
                run.Checkpoint(epoch, step, stop);
                OnStep?.Invoke(step);
            }
            if (stop is not null)
            {
                break;
            }
            run.Recorder.TrainingDone();
            run.OfferBest(run.Recorder.Epoch(epoch, step, metrics, Measure(model, data.Validation, data.Encoding, settings.BatchSize)));
            epoch++;
            run.Checkpoint(epoch, step, stop);
        }
        return run.Finish(stop ?? StopReason.Completed, split => Measure(model, split, data.Encoding, settings.BatchSize));
    }

    private static Evaluation Measure(SmallNet model, DataSet? split, InputEncoding encoding, int batchSize) =>
        split is null ? Evaluation.None : Evaluate(model, split, encoding, batchSize);

    private static Evaluation Evaluate(SmallNet model, DataSet split, InputEncoding encoding, int batchSize)
    {
        model.eval();
        using var inference = inference_mode();
        using var batches = BatchLoader.InOrder(split, encoding, batchSize, Placement.Of(model));
        using var losses = new MeanLoss();
        using var metrics = new MetricSet(new Accuracy());
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            var output = model.call(batch.Input);
            losses.Add(functional.cross_entropy(output, batch.Target), batch.Count);
            metrics.Add(output, batch.Target);
        }
        return Evaluation.Of(losses, metrics);
    }
}
