using TrainSdk.Settings;
using TrainSdk.Training;

namespace TrainSdk.CommandLine;

/// <summary>How a sweep searches.</summary>
/// <param name="Grid">Whether every combination is tried.</param>
/// <param name="Trials">Most trials of a random search.</param>
/// <param name="Seed">Seed of the draws.</param>
/// <param name="Prunes">Whether trials that fall behind are stopped.</param>
/// <param name="RankBy">The metric that ranks; null for the first.</param>
internal sealed record SweepOptions(bool Grid, int Trials, long Seed, bool Prunes, string? RankBy)
{
    private const int AssumedTrials = 20;
    private const string Median = "median";
    private const string Off = "off";

    private static readonly OptionSpec TrialsOption = new(
        "--trials", "N", "trials of a random search; none is tried twice", OptionGroup.Output)
    {
        Default = NumberText.Format(AssumedTrials),
        Expected = "a whole number such as 20",
    };

    private static readonly OptionSpec GridOption = new(
        "--grid", "", "tries every combination of the lists, in place of random ones", OptionGroup.Output) { Implied = "true" };

    private static readonly OptionSpec SeedOption = new("--sweep-seed", "N", "seed of the random trials", OptionGroup.Output)
    {
        Default = "0",
        Expected = "a whole number such as 1",
    };

    private static readonly OptionSpec PruneOption = new(
        "--prune", $"{Median}|{Off}", "whether trials that fall behind the median of the others are stopped, from their 5th epoch on",
        OptionGroup.Output)
    {
        Default = Median,
        Expected = $"{Median} or {Off}",
    };

    private static readonly OptionSpec RankByOption = new(
        "--rank-by", "METRIC", "what ranks the trials on the validation split: a metric of the model, or loss", OptionGroup.Output)
    {
        Default = "the first metric",
        Expected = "the name of a metric, or loss",
    };

    private static readonly OptionSpec Directory = MachineOptions.RunDirectory with
    {
        Help = "folder for the sweep's files and its trials' runs",
        Default = "sweeps/<UTC time>-<name>",
    };

    /// <summary>Options of the search.</summary>
    public static IReadOnlyList<OptionSpec> Own { get; } = [TrialsOption, GridOption, PruneOption, RankByOption, SeedOption];

    /// <summary>Options about the machine and the files.</summary>
    public static IReadOnlyList<OptionSpec> Machine { get; } =
    [
        MachineOptions.Device, MachineOptions.Threads, MachineOptions.Workers,
        MachineOptions.MaxTime with { Help = "stops the sweep after 11h30m, 90m or 45s; the same command goes on" },
        MachineOptions.CheckpointEvery, Directory,
    ];

    /// <summary>A setting's option, which takes several values.</summary>
    public static OptionSpec Swept(OptionSpec option) => option.Placeholder switch
    {
        "NUMBER" => option with { Placeholder = "NUMBER|A..B[:log]|A,B,..." },
        "N" => option with { Placeholder = "N|A..B[:log]|A,B,..." },
        "LENGTHS" => option,
        _ => option with { Placeholder = $"{option.Placeholder}|A,B,..." },
    };

    /// <summary>Reads the options of the search.</summary>
    /// <exception cref="TrainException">One has no such value, or two contradict each other.</exception>
    public static SweepOptions Of(ParsedArguments arguments)
    {
        var isGrid = arguments[GridOption] is not null;
        if (isGrid && (arguments[TrialsOption] ?? arguments[SeedOption]) is not null)
        {
            throw new TrainException($"{GridOption.Name} tries every combination; leave {TrialsOption.Name} and {SeedOption.Name} out");
        }
        var seed = 0L;
        if (arguments[SeedOption] is { } text && !NumberText.TryInteger(text, out seed))
        {
            throw new TrainException($"{SeedOption.Name}: '{text}' is not {SeedOption.Expected}");
        }
        var prune = arguments[PruneOption] ?? Median;
        return prune is Median or Off
            ? new(isGrid, MachineOptions.Count(arguments, TrialsOption) ?? AssumedTrials, seed, prune == Median, arguments[RankByOption])
            : throw new TrainException($"{PruneOption.Name}: '{prune}' is not {PruneOption.Expected}");
    }

    /// <summary>The facts about the machine for every trial.</summary>
    /// <exception cref="TrainException">One is none.</exception>
    public static RunOptions RunOptionsOf(ParsedArguments arguments)
    {
        var options = new RunOptions
        {
            Device = MachineOptions.DeviceOf(arguments),
            Threads = MachineOptions.ThreadsOf(arguments),
            Workers = MachineOptions.Count(arguments, MachineOptions.Workers, least: 0),
            MaxTime = MachineOptions.TimeOf(arguments, MachineOptions.MaxTime),
            Data = DataOptions.Of(arguments),
        };
        return options with
        {
            CheckpointEvery = MachineOptions.TimeOf(arguments, MachineOptions.CheckpointEvery) ?? options.CheckpointEvery,
        };
    }
}
