using TrainSdk.Checkpoints;

namespace TrainSdk.Benchmarks.Kill;

/// <summary>A run that is killed a few times at random instants, and then brought to its end.</summary>
internal sealed class KillTrial(string whole, string weights, TimeSpan duration)
{
    private const int MostKills = 3;

    // Of a row of epochs.csv the last two columns are times.
    private const int TimeColumns = 2;

    /// <summary>Kills that met the process at work.</summary>
    public int Kills { get; private set; }

    /// <summary>Kills that left a file half written or not yet named.</summary>
    public int HalfWritten { get; private set; }

    /// <exception cref="TrainException">The run did not end as the one that nobody killed.</exception>
    public void Run(string folder, Random random)
    {
        for (var kills = random.Next(1, MostKills + 1); kills > 0; kills--)
        {
            Kills += KillProcess.Killed(folder, random.NextDouble() * duration) ? 1 : 0;
            Inspect(Path.Combine(folder, "checkpoints"));
            if (File.Exists(Path.Combine(folder, "result.json")))
            {
                break;
            }
        }
        if (!File.Exists(Path.Combine(folder, "result.json")))
        {
            Require(KillProcess.ToTheEnd(folder).Weights == weights, folder, "has other weights");
        }
        Require(Lines(folder, "steps.csv", 0).SequenceEqual(Lines(whole, "steps.csv", 0)), folder, "has other steps");
        Require(Lines(folder, "epochs.csv", TimeColumns).SequenceEqual(Lines(whole, "epochs.csv", TimeColumns)), folder, "has other epochs");
        Require(Lines(folder, "validations.csv", 0).SequenceEqual(Lines(whole, "validations.csv", 0)), folder, "has other validations");
        Require(Best(folder).SequenceEqual(Best(whole)), folder, "has other best weights");
    }

    private void Inspect(string checkpoints)
    {
        if (!Directory.Exists(checkpoints))
        {
            return;
        }
        HalfWritten += Directory.GetFiles(checkpoints).Any(static file => !file.EndsWith(".safetensors", StringComparison.Ordinal)) ? 1 : 0;
        var last = Path.Combine(checkpoints, "last.safetensors");
        if (File.Exists(last))
        {
            SafetensorsReader.Open(last).Dispose();
        }
    }

    private static byte[] Best(string folder) => File.ReadAllBytes(Path.Combine(folder, "checkpoints", "best.safetensors"));

    private static IEnumerable<string> Lines(string folder, string file, int leftOut) => File.ReadLines(Path.Combine(folder, file))
        .Select(line => string.Join(',', line.Split(',').SkipLast(leftOut)));

    private static void Require(bool holds, string folder, string what)
    {
        if (!holds)
        {
            throw new TrainException($"the killed run {folder} {what} than the one that nobody killed");
        }
    }
}
