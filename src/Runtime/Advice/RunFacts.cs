using TrainSdk.Recording;
using TrainSdk.Recording.History;

namespace TrainSdk.Advice;

/// <summary>What several rules ask of a run, worked out once.</summary>
internal sealed class RunFacts
{
    private static readonly string[] Shares = ["accuracy", "balanced_accuracy", "f1", "f1_micro", "precision", "recall", "auroc"];

    private const string Perplexity = "perplexity";

    public RunFacts(RunHistory history)
    {
        History = history;
        Steps = [.. history.Steps.Where(static step => double.IsFinite(step.Loss) && double.IsFinite(step.GradNorm))];
        PeakLr = Steps.Count == 0 ? double.NaN : Steps.Max(static step => step.Lr);
        LastLoss = Series.Mean(Series.Tail([.. Steps.Select(static step => step.Loss)], 0.1));
        TrainLoss = [.. history.Epochs.Select(static epoch => epoch.Train.Loss)];
        ValidationLoss = [.. history.Epochs.Select(static epoch => epoch.Validation.Loss)];
        IsText = history.Epochs.FirstOrDefault()?.Train.Metrics.ContainsKey(Perplexity) ?? false;
        (TrainMeasure, ValidationMeasure) = IsText
            ? ([.. TrainLoss.Select(Math.Exp)], [.. ValidationLoss.Select(Math.Exp)])
            : (TrainLoss, ValidationLoss);
        Metric = history.Epochs.FirstOrDefault()?.Train.Metrics.Keys.FirstOrDefault() is { } name && Shares.Contains(name) ? name : null;
        Trained = [.. history.Layers.Where(static row => row is { UpdateNorm: > 0, GradNorm: > 0 } && double.IsFinite(row.GradNorm))];
    }

    public RunHistory History { get; }

    /// <summary>The steps whose loss and gradient were finite.</summary>
    public IReadOnlyList<StepRow> Steps { get; }

    /// <summary>Of each epoch.</summary>
    public IReadOnlyList<double> TrainLoss { get; }

    /// <summary>Of each epoch; NaN without a validation split.</summary>
    public IReadOnlyList<double> ValidationLoss { get; }

    /// <summary>Whether the model predicts tokens.</summary>
    public bool IsText { get; }

    /// <summary>By what the pace of learning is judged: of a text the perplexity, of others the loss.</summary>
    public string Measure => IsText ? Perplexity : "loss";

    /// <summary>The same of each epoch in training.</summary>
    public IReadOnlyList<double> TrainMeasure { get; }

    /// <summary>The same in validation; NaN without a validation split.</summary>
    public IReadOnlyList<double> ValidationMeasure { get; }

    /// <summary>The watched steps of layers that moved.</summary>
    public IReadOnlyList<LayerRow> Trained { get; }

    /// <summary>The headline metric, where it is a share of which more is better; null for others.</summary>
    public string? Metric { get; }

    public int Epochs => TrainLoss.Count;

    public bool HasValidation => Epochs > 0 && double.IsFinite(ValidationLoss[^1]);

    public double Lr => History.Config.EffectiveLr ?? Number("lr", double.NaN);

    public double PeakLr { get; }

    /// <summary>The learning rate at the end, as a share of its highest.</summary>
    public double LastLrShare => Steps.Count == 0 ? double.NaN : Steps[^1].Lr / PeakLr;

    /// <summary>Samples of one optimizer step.</summary>
    public double SamplesPerStep => Number("batchSize", double.NaN) * Number("accumulate", 1);

    /// <summary>The loss before anything was learned.</summary>
    public double FirstLoss => Steps.Count == 0 ? double.NaN : Steps[0].Loss;

    /// <summary>The loss of the last tenth of the steps.</summary>
    public double LastLoss { get; }

    public bool WasStoppedEarly => History.Result?.StopReason == "EarlyStopped";

    public bool HasDiverged => History.Result?.StopReason == "Diverged";

    /// <summary>By which share a step moved all layers together, by step.</summary>
    public IEnumerable<(long Step, double Ratio)> UpdateRatios => Trained.GroupBy(static row => row.Step).Select(static rows => (
        rows.Key,
        Math.Sqrt(rows.Sum(static row => row.UpdateNorm * row.UpdateNorm) / rows.Sum(static row => row.WeightNorm * row.WeightNorm))));

    /// <summary>A setting's number, or the other where the model has none.</summary>
    public double Number(string setting, double otherwise) => History.Number(setting) ?? otherwise;

    public bool Has(string setting) => History.Text(setting) is not null;

    /// <summary>The headline metric of an epoch, in training and in validation; NaN without.</summary>
    public (double Train, double Validation) MetricOf(int epoch) => Metric is null || epoch < 0 ? (double.NaN, double.NaN) : (
        History.Epochs[epoch].Train.Metrics.GetValueOrDefault(Metric, double.NaN),
        History.Epochs[epoch].Validation.Metrics.GetValueOrDefault(Metric, double.NaN));

    /// <summary>Whether training no longer moves: the last third of its measure is flat within a share.</summary>
    public bool IsFlat(double share)
    {
        var tail = Series.Tail(TrainMeasure, 1 / 3.0);
        var half = tail.Length / 2;
        return half > 0 && Math.Abs(Series.Mean(tail[^half..]) / Series.Mean(tail[..half]) - 1) < share;
    }
}
