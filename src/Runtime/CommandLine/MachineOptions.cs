using TrainSdk.Data.Loading;
using TrainSdk.Native;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>Options about the machine and the files; nothing here changes what is learned.</summary>
internal static class MachineOptions
{
    public static OptionSpec Config { get; } = new("--config", "FILE", "settings as JSON, such as { \"lr\": 0.001 }", OptionGroup.Machine)
    {
        Expected = "a JSON file",
    };

    public static OptionSpec Device { get; } = new("--device", "DEVICE", "auto, cpu, cuda or cuda:N", OptionGroup.Machine)
    {
        Default = "auto",
        Expected = "auto, cpu, cuda or cuda:N",
    };

    public static OptionSpec Threads { get; } = new("--threads", "N", "CPU threads, at least 1", OptionGroup.Machine)
    {
        Default = "physical cores",
        Expected = "a whole number such as 4",
    };

    public static OptionSpec Workers { get; } =
        new("--workers", "N", "threads that read samples beside the training step; 0 for none", OptionGroup.Machine)
        {
            Default = "one per core, up to 8",
            Expected = "a whole number such as 4",
        };

    public static OptionSpec RunDirectory { get; } = new("--run-dir", "DIR", "folder for this run's files", OptionGroup.Machine)
    {
        Default = "runs/<UTC time>-<name>",
        Expected = "a folder",
    };

    public static OptionSpec KeepBest { get; } =
        new("--keep-best", "N", "weights files of the best validations to keep, beside best.safetensors", OptionGroup.Machine)
        {
            Default = "none",
            Expected = "a whole number such as 3",
        };

    public static OptionSpec KeepEvery { get; } =
        new("--keep-every", "N", "keeps a weights file of one in so many epochs", OptionGroup.Machine)
        {
            Default = "none",
            Expected = "a whole number such as 10",
        };

    public static OptionSpec MaxTime { get; } = new("--max-time", "TIME", "saves and stops after 11h30m, 90m or 45s", OptionGroup.Machine)
    {
        Default = "none",
        Expected = "a time such as 11h30m, 90m or 45s",
    };

    public static OptionSpec CheckpointEvery { get; } = new(
        "--checkpoint-every", "TIME", "time between checkpoints within an epoch; there is one at each epoch's end", OptionGroup.Machine)
    {
        Default = "60s",
        Expected = "a time such as 10m, 60s or 5s",
    };

    /// <summary>The length of time that was given; null without the option.</summary>
    /// <exception cref="TrainException">It is none.</exception>
    public static TimeSpan? TimeOf(ParsedArguments arguments, OptionSpec option) =>
        arguments[option] is not { } text ? null
        : TimeText.TryParse(text, out var time) ? time
        : throw new TrainException($"{option.Name}: '{text}' is not {option.Expected}");

    /// <summary>The device that was asked for.</summary>
    public static string DeviceOf(ParsedArguments arguments) => arguments[Device] ?? Device.Default;

    /// <summary>The CPU threads to use; null leaves libtorch's choice.</summary>
    /// <exception cref="TrainException">It is not a whole number from 1.</exception>
    public static int? ThreadsOf(ParsedArguments arguments) => CpuThreads.Choose(Count(arguments, Threads));

    /// <summary>Makes torch use the threads.</summary>
    /// <exception cref="TrainException">It is not a whole number from 1.</exception>
    public static void UseThreads(ParsedArguments arguments)
    {
        if (ThreadsOf(arguments) is { } threads)
        {
            TorchSharp.torch.set_num_threads(threads);
        }
    }

    /// <summary>Makes the loaders read with the workers that were asked for.</summary>
    /// <exception cref="TrainException">It is not a whole number from 0.</exception>
    public static void UseWorkers(ParsedArguments arguments) =>
        LoaderWorkers.Use(Count(arguments, Workers, least: 0) ?? LoaderWorkers.Default);

    /// <summary>A whole number from <paramref name="least"/>; null where the option is not given.</summary>
    /// <exception cref="TrainException">It is none.</exception>
    public static int? Count(ParsedArguments arguments, OptionSpec option, int least = 1)
    {
        if (arguments[option] is not { } text)
        {
            return null;
        }
        return NumberText.TryInteger(text, out var value) && value >= least && value <= int.MaxValue
            ? (int)value
            : throw new TrainException($"{option.Name}: '{text}' must be {option.Expected}, at least {least}");
    }
}
