using System.Globalization;

namespace TrainSdk.Benchmarks.Accuracy;

/// <summary>
/// The trainings that are done, one line each: hours of work go on where they were stopped. Whoever changes a recipe starts a new file.
/// </summary>
internal sealed class AccuracyLedger
{
    private readonly Dictionary<(string Recipe, int Seed), double> _done = [];
    private readonly string? _path;

    /// <param name="path">The file; null to keep nothing.</param>
    /// <exception cref="TrainException">A line of the file is none of a ledger.</exception>
    public AccuracyLedger(string? path)
    {
        _path = path;
        foreach (var line in path is not null && File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.Split(',') is not [var recipe, var seed, var accuracy]
                || !int.TryParse(seed, CultureInfo.InvariantCulture, out var number)
                || !double.TryParse(accuracy, CultureInfo.InvariantCulture, out var value))
            {
                throw new TrainException($"{path}: '{line}' is not recipe,seed,accuracy");
            }
            _done[(FashionRecipe.Known(recipe), number)] = value;
        }
    }

    /// <summary>What a training gave, now or earlier.</summary>
    public double Of(string recipe, int seed, Func<double> train)
    {
        if (!_done.TryGetValue((recipe, seed), out var accuracy))
        {
            _done[(recipe, seed)] = accuracy = train();
            if (_path is not null)
            {
                File.AppendAllLines(_path, [FormattableString.Invariant($"{recipe},{seed},{accuracy:R}")]);
            }
        }
        return accuracy;
    }
}
