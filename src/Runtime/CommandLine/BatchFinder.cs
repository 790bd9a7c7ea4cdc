using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Training;
using TrainSdk.Trials;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>find batch</c>: the largest batch that fits, how fast each is and, with <c>--train</c>, how well it learns.</summary>
internal sealed class BatchFinder<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICheck<TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private const int AssumedLeast = 16;
    private const int AssumedMost = 4096;

    private static readonly OptionSpec Least = Number("--least", "first batch of find batch, which is doubled", AssumedLeast);
    private static readonly OptionSpec Most = Number("--most", "largest batch of find batch", AssumedMost);

    private static readonly OptionSpec Seconds = new("--time", "TIME", "time of each measurement of find batch", OptionGroup.Output)
    {
        Default = "2s",
        Expected = "a time such as 2s",
    };

    private static readonly OptionSpec Train = new(
        "--train", "[EPOCHS]", "trains with each batch of find batch too, for so many epochs, 10 where none are named", OptionGroup.Output)
    {
        Expected = "a whole number such as 10",
        Implied = "10",
    };

    public string Name => "batch";

    public string Help => "doubles the batch until it does not fit, and says how fast each is; with --train how well it learns";

    public IReadOnlyList<OptionSpec> Options { get; } = [Least, Most, Seconds, Train, MachineOptions.Device, MachineOptions.Workers];

    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var (least, most) = Ends(arguments);
        var epochs = MachineOptions.Count(arguments, Train);
        var time = MachineOptions.TimeOf(arguments, Seconds) ?? TimeSpan.FromSeconds(2);
        var device = ComputeDevice.Resolve(MachineOptions.DeviceOf(arguments));
        MachineOptions.UseWorkers(arguments);
        var data = OwnData.Load(app, effective.Values, DataOptions.Of(arguments)).WithoutTest();
        if (epochs is not null && data.Validation is null)
        {
            throw new TrainException($"{Train.Name} measures the validation split, and the data have none; leave it out");
        }
        RunLines.WriteHead(app, device, data, effective);
        using var signals = new StopSignals(app.Surroundings.Error);
        var search = new BatchSearch<TModel, TSettings>(app.Description, effective.Values, data, device, time);
        var rows = new List<BatchRow>();
        var end = search.Run(least, most, rows.Add, signals.Token);
        var learned = new List<LearnedBatch>();
        foreach (var row in rows.TakeWhile(_ => epochs is not null && !signals.Token.IsCancellationRequested))
        {
            learned.Add(Learn(row.Batch, epochs!.Value, arguments, effective.Values, data, signals.Token));
        }
        if (signals.Token.IsCancellationRequested)
        {
            return signals.ExitCode ?? ExitCode.Interrupted;
        }
        BatchLines.Write(
            app.Surroundings.Output, rows, learned, end, search.Next, batch => BatchRate.Of(app.Description, effective.Values, batch));
        return rows.Count > 0 ? ExitCode.Done : ExitCode.WrongUse;
    }

    private static (int Least, int Most) Ends(ParsedArguments arguments)
    {
        var (least, most) = (MachineOptions.Count(arguments, Least) ?? AssumedLeast, MachineOptions.Count(arguments, Most) ?? AssumedMost);
        return least <= most ? (least, most) : throw new TrainException(
            $"{Least.Name} {NumberText.Format(least)} must not be above {Most.Name} {NumberText.Format(most)}");
    }

    private LearnedBatch Learn(
        long batch, int epochs, ParsedArguments arguments, TSettings settings, DataSplits data, CancellationToken cancel)
    {
        var scaled = BatchRate.With(app.Description, settings, batch);
        scaled = app.Description.Settings.With(scaled, "Epochs", NumberText.Format(epochs), Train.Name);
        var result = app.Description.Train(data, scaled, new RunOptions
        {
            Device = MachineOptions.DeviceOf(arguments),
            Workers = MachineOptions.Count(arguments, MachineOptions.Workers, least: 0),
            WriteRunFolder = false,
        }, cancel);
        result.Model.Dispose();
        return new LearnedBatch(
            app.Description.BaseLr(scaled), result.Validation!.Value, result.StopReason == StopReason.Diverged,
            result.History.Count == 0 ? double.NaN : result.History.Average(static epoch => epoch.Seconds));
    }

    private static OptionSpec Number(string name, string help, int standard) => new(name, "N", help, OptionGroup.Output)
    {
        Default = NumberText.Format(standard),
        Expected = $"a whole number such as {NumberText.Format(standard)}",
    };
}
