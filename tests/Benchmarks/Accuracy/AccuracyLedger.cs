using System.Globalization;
using TrainSdk.Data;
using TrainSdk.Training;

namespace TrainSdk.Benchmarks.Accuracy;

/// <summary>
/// The trainings that are done, one line each, and beside it the folder of the one under way: hours of work go on where they were stopped.
/// Whoever changes a recipe starts a new file.
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

    /// <summary>What a training gave: read, or trained now, or the rest of it where it was stopped.</summary>
    public double Of(FashionRecipe recipe, int seed, DataSplits data)
    {
        if (!_done.TryGetValue((recipe.Name, seed), out var accuracy))
        {
            _done[(recipe.Name, seed)] = accuracy = _path is null
                ? recipe.Train(data, seed, new RunOptions { WriteRunFolder = false })
                : TrainInFolder(recipe, seed, data, $"{_path}.{recipe.Name}-{seed}");
        }
        return accuracy;
    }

    private double TrainInFolder(FashionRecipe recipe, int seed, DataSplits data, string folder)
    {
        var accuracy = Directory.Exists(folder)
            ? recipe.Resume(folder, data)
            : recipe.Train(data, seed, new RunOptions { RunDirectory = folder });
        File.AppendAllLines(_path!, [FormattableString.Invariant($"{recipe.Name},{seed},{accuracy:R}")]);
        Directory.Delete(folder, recursive: true);
        return accuracy;
    }
}
