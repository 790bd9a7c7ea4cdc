using TrainSdk.Benchmarks.Models.Fashion;
using TrainSdk.Data;
using TrainSdk.Training;

namespace TrainSdk.Benchmarks.Accuracy;

/// <summary>One row of the accuracy table.</summary>
/// <param name="Name">What the recipe adds to the plain one.</param>
/// <param name="Train">Trains with a seed and gives the test accuracy of the epoch that was best on validation.</param>
internal sealed record FashionRecipe(string Name, Func<DataSplits, long, double> Train)
{
    private static readonly RunOptions Options = new() { WriteRunFolder = false };

    public static IReadOnlyList<FashionRecipe> All { get; } =
    [
        new("plain", static (data, seed) => Test(FashionPlain.Train(data, new() { Seed = seed }, Options))),
        new("smoothing", static (data, seed) => Test(FashionSmoothed.Train(data, new() { Seed = seed }, Options))),
        new("ema", static (data, seed) => Test(FashionAveraged.Train(data, new() { Seed = seed }, Options))),
        new("crop-flip", static (data, seed) => Test(FashionCropped.Train(data, new() { Seed = seed }, Options))),
        new("erasing", static (data, seed) => Test(FashionErased.Train(data, new() { Seed = seed }, Options))),
        new("mixup", static (data, seed) => Test(FashionMixed.Train(data, new() { Seed = seed }, Options))),
        new("randaugment", static (data, seed) => Test(FashionRandAugmented.Train(data, new() { Seed = seed }, Options))),
        new("showcase", static (data, seed) => Test(FashionShowcase.Train(data, new() { Seed = seed }, Options))),
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
