using TrainSdk.Benchmarks.Models.Fashion;
using TrainSdk.Data;
using TrainSdk.Training;

namespace TrainSdk.Benchmarks.Accuracy;

/// <summary>One row of the accuracy table.</summary>
/// <param name="Name">What the recipe adds to the plain one.</param>
/// <param name="Train">Trains with a seed and gives the test accuracy of the epoch that was best on validation.</param>
/// <param name="Resume">Goes on with the run in a folder, and gives the same.</param>
internal sealed record FashionRecipe(string Name, Func<DataSplits, long, RunOptions, double> Train, Func<string, DataSplits, double> Resume)
{
    public static IReadOnlyList<FashionRecipe> All { get; } =
    [
        new(
            "plain",
            static (data, seed, options) => Test(FashionPlain.Train(data, new() { Seed = seed }, options)),
            static (run, data) => Test(FashionPlain.Resume(run, data))),
        new(
            "smoothing",
            static (data, seed, options) => Test(FashionSmoothed.Train(data, new() { Seed = seed }, options)),
            static (run, data) => Test(FashionSmoothed.Resume(run, data))),
        new(
            "ema",
            static (data, seed, options) => Test(FashionAveraged.Train(data, new() { Seed = seed }, options)),
            static (run, data) => Test(FashionAveraged.Resume(run, data))),
        new(
            "crop-flip",
            static (data, seed, options) => Test(FashionCropped.Train(data, new() { Seed = seed }, options)),
            static (run, data) => Test(FashionCropped.Resume(run, data))),
        new(
            "erasing",
            static (data, seed, options) => Test(FashionErased.Train(data, new() { Seed = seed }, options)),
            static (run, data) => Test(FashionErased.Resume(run, data))),
        new(
            "mixup",
            static (data, seed, options) => Test(FashionMixed.Train(data, new() { Seed = seed }, options)),
            static (run, data) => Test(FashionMixed.Resume(run, data))),
        new(
            "randaugment",
            static (data, seed, options) => Test(FashionRandAugmented.Train(data, new() { Seed = seed }, options)),
            static (run, data) => Test(FashionRandAugmented.Resume(run, data))),
        new(
            "showcase",
            static (data, seed, options) => Test(FashionShowcase.Train(data, new() { Seed = seed }, options)),
            static (run, data) => Test(FashionShowcase.Resume(run, data))),
    ];

    /// <exception cref="TrainException">There is no such recipe.</exception>
    public static string Known(string name) => All.Any(recipe => recipe.Name == name)
        ? name
        : throw new TrainException($"recipe '{name}' is unknown; there are {string.Join(", ", All.Select(static recipe => recipe.Name))}");

    private static double Test<TModel>(FitResult<TModel> result)
        where TModel : IDisposable
    {
        using var model = result.Model;
        return result.Test!.Value.Headline.Value;
    }
}
