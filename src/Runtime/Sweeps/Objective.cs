using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Data.Sources;
using TrainSdk.Metrics;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Training;

namespace TrainSdk.Sweeps;

/// <summary>What trials are ranked by: a metric of the validation split, or its loss.</summary>
/// <param name="Name">Such as <c>accuracy</c>, or <c>loss</c>.</param>
/// <param name="IsHigherBetter">Whether a higher value is the better one.</param>
internal sealed record Objective(string Name, bool IsHigherBetter)
{
    /// <summary>Asks a fresh model, which also tells before any training whether the model takes the data.</summary>
    /// <param name="description">The model class.</param>
    /// <param name="settings">What it is built from.</param>
    /// <param name="data">The splits.</param>
    /// <param name="name">The metric that is wanted; null for the first, or the loss where there is none.</param>
    /// <exception cref="TrainException">There is no validation split, or no such metric.</exception>
    public static Objective Of<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, TSettings settings, DataSplits data, string? name)
        where TModel : torch.nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var validation = data.Validation ?? throw new TrainException(
            "trials are ranked by the validation split, and the data have none; give one");
        var batch = (int)Math.Min(description.Settings.Whole(settings, "BatchSize"), validation.Count);
        using var model = description.Build(settings);
        var measured = description.Evaluate(
            model, validation.Select([.. Positions.To(batch)]), data.Encoding, batch, MixedPrecision.Off);
        if (name is null)
        {
            return new(measured.Headline.Name, measured.Headline.IsHigherBetter);
        }
        MetricValue[] known = [.. measured.Metrics, new(Evaluation.LossName, measured.Loss, IsHigherBetter: false)];
        return known.Where(metric => metric.Name == name).Select(static metric => new Objective(metric.Name, metric.IsHigherBetter))
            .FirstOrDefault() ?? throw new TrainException(
                $"the model does not measure '{name}'; it measures {string.Join(", ", known.Select(static metric => metric.Name))}");
    }

    /// <summary>Whether a value is strictly better than another; NaN is worse than every number.</summary>
    public bool IsBetter(double value, double other) => new MetricValue(Name, value, IsHigherBetter).IsBetterThan(other);

    /// <summary>Its value in an evaluation; NaN where it was not measured.</summary>
    public double ValueOf(Evaluation measured) => Name == Evaluation.LossName ? measured.Loss
        : measured.Metrics.Where(metric => metric.Name == Name).Select(static metric => metric.Value).FirstOrDefault(double.NaN);

    /// <summary>Its value in a row of <c>epochs.csv</c>; NaN where it was not measured.</summary>
    public double ValueOf(MeasuredRow measured) =>
        Name == Evaluation.LossName ? measured.Loss : measured.Metrics.GetValueOrDefault(Name, double.NaN);

    /// <summary>Its value in <c>result.json</c>; NaN where it was not measured.</summary>
    public double ValueOf(RecordedEvaluation? measured) => measured is null ? double.NaN
        : Name == Evaluation.LossName ? measured.Loss
        : measured.Metrics?.GetValueOrDefault(Name, double.NaN) ?? double.NaN;
}
