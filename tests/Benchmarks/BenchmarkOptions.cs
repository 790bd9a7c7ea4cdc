using TrainSdk.Settings;

namespace TrainSdk.Benchmarks;

/// <summary>What to measure, and how long.</summary>
internal sealed record BenchmarkOptions
{
    public const string Help = """
          --rounds N           rounds per contender; the median counts
          --threads 1|2        threads within one operation (default: 1, then 2)
          --models A,B         of mlp, everything, cnn, transformer (default: all)
          --recipes A,B        rows of the tables of accuracy and advice (default: all)
          --results PATH       keeps each training (accuracy: a file; advice: a folder), and goes on with those that lack
          --trials N           runs that are killed (default: 100)
          --seed N             seed of the killed training and of the moments of the kills (default: 1)
          --pytorch            also runs the same models in python3-torch
          --quick              a few steps, to see that it works
        """;

    private static readonly string[] Names = ["--rounds", "--threads", "--models", "--recipes", "--results", "--trials", "--seed", "--pytorch", "--quick"];

    /// <summary>Rounds per contender; null for the benchmark's own number.</summary>
    public int? Rounds { get; private init; }

    /// <summary>Runs that are killed; null for the benchmark's own number.</summary>
    public int? Trials { get; private init; }

    /// <summary>Seed of a training that is killed and of the moments of the kills.</summary>
    public int Seed { get; private init; } = 1;

    public IReadOnlyList<int> Threads { get; private init; } = [1, 2];

    public IReadOnlyList<string> Models { get; private init; } = [.. ModelNames.All];

    /// <summary>Rows of a table of trainings; empty for all.</summary>
    public IReadOnlyList<string> Recipes { get; private init; } = [];

    /// <summary>The file or folder that keeps the trainings of a table; null for none.</summary>
    public string? Results { get; private init; }

    public bool PyTorch { get; private init; }

    public bool Quick { get; private init; }

    /// <exception cref="TrainException">An option is unknown, or its value is.</exception>
    public static BenchmarkOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--rounds":
                    options = options with { Rounds = Number(arguments[i], value) };
                    i++;
                    break;
                case "--threads":
                    options = options with { Threads = [Number(arguments[i], value)] };
                    i++;
                    break;
                case "--trials":
                    options = options with { Trials = Number(arguments[i], value) };
                    i++;
                    break;
                case "--seed":
                    options = options with { Seed = Number(arguments[i], value) };
                    i++;
                    break;
                case "--models":
                    options = options with { Models = [.. value.Split(',').Select(ModelNames.Known)] };
                    i++;
                    break;
                case "--recipes":
                    options = options with { Recipes = value.Split(',') };
                    i++;
                    break;
                case "--results":
                    options = options with { Results = value };
                    i++;
                    break;
                case "--pytorch":
                    options = options with { PyTorch = true };
                    break;
                case "--quick":
                    options = options with { Quick = true };
                    break;
                default:
                    throw new TrainException($"option '{arguments[i]}' is unknown{NearestName.Suggest(arguments[i], Names)}");
            }
        }
        return options;
    }

    private static int Number(string option, string value) =>
        NumberText.TryInteger(value, out var number) && number is >= 1 and <= 1000
            ? (int)number
            : throw new TrainException($"{option} '{value}' is not a whole number from 1 to 1000");
}
