using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data.Loading;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Trials;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>check profile</c>: where a step's time goes, and which numbers of threads and workers are the fastest here.</summary>
internal sealed class ProfileCheck<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICheck<TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private static readonly OptionSpec Seconds = new("--time", "TIME", "time of each measurement of check profile", OptionGroup.Output)
    {
        Default = "2s",
        Expected = "a time such as 2s",
    };

    public string Name => "profile";

    public string Help => "says where a step's time goes, and tries numbers of threads and workers";

    public IReadOnlyList<OptionSpec> Options { get; } = [Seconds, MachineOptions.Device, MachineOptions.Workers];

    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var device = ComputeDevice.Resolve(MachineOptions.DeviceOf(arguments));
        var data = OwnData.Load(app, effective.Values, DataOptions.Of(arguments));
        var time = MachineOptions.TimeOf(arguments, Seconds) ?? TimeSpan.FromSeconds(2);
        var profile = new StepProfile<TModel, TSettings>(app.Description, effective.Values, data, device, time);
        using var signals = new StopSignals(app.Surroundings.Error);
        var (threads, workers) = (torch.get_num_threads(), MachineOptions.Count(arguments, MachineOptions.Workers, least: 0));
        var rows = new List<ProfileRow> { profile.Measure(threads, workers ?? LoaderWorkers.Default, signals.Token) };
        foreach (var other in arguments[MachineOptions.Threads] is null ? Tried(Environment.ProcessorCount, least: 1) : [])
        {
            Try(other, rows[0].Workers);
        }
        foreach (var other in workers is null && !data.Train.IsInMemory ? Tried(LoaderWorkers.Default, least: 0) : [])
        {
            Try(Best(rows).Threads, other);
        }
        if (signals.Token.IsCancellationRequested)
        {
            return signals.ExitCode ?? ExitCode.Interrupted;
        }
        ProfileLines.Write(app.Surroundings.Output, rows, Best(rows), data.Train.IsInMemory);
        return ExitCode.Done;

        void Try(int triedThreads, int triedWorkers)
        {
            if (!rows.Exists(row => row.Threads == triedThreads && row.Workers == triedWorkers) && !signals.Token.IsCancellationRequested)
            {
                rows.Add(profile.Measure(triedThreads, triedWorkers, signals.Token));
            }
        }
    }

    private static ProfileRow Best(IEnumerable<ProfileRow> rows) => rows.MaxBy(static row => row.SamplesPerSecond)!;

    // 0, 1, 2, 4, … up to the most.
    private static IEnumerable<int> Tried(int most, int least)
    {
        for (var count = least; count < most; count = Math.Max(1, 2 * count))
        {
            yield return count;
        }
        yield return most;
    }
}
