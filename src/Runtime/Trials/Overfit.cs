using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Trials;

/// <summary>Trains on one batch until it is known by heart.</summary>
internal sealed class Overfit<TModel, TSettings>
    where TModel : nn.Module, ITrainedModel
    where TSettings : class, new()
{
    /// <summary>The part of the first loss that counts as near zero.</summary>
    public const double NearZero = 0.05;

    private readonly ModelDescription<TModel, TSettings> _description;
    private readonly TSettings _settings;
    private readonly DataSplits _batch;
    private readonly Device _device;

    /// <exception cref="TrainException">The training split is a stream.</exception>
    public Overfit(ModelDescription<TModel, TSettings> description, TSettings settings, DataSplits data, Device device)
    {
        _description = description;
        _device = device;
        var size = Math.Min(data.Train.Count, description.Settings.Whole(settings, "BatchSize"));
        _settings = description.Settings.With(settings, "BatchSize", NumberText.Format(size), "one batch");
        _batch = new DataSplits(data.Train.Select([.. Spread(data.Train.Count, size)]), encoding: data.Encoding);
        Lr = description.BaseLr(_settings);
    }

    /// <summary>Samples of the batch.</summary>
    public long Count => _batch.Train.Count;

    /// <summary>The rate of every step: the one that the schedule starts from.</summary>
    public double Lr { get; }

    /// <summary>Trains.</summary>
    /// <param name="steps">Most steps.</param>
    /// <param name="every">Steps between two looks.</param>
    /// <param name="report">Told of the batch's plain loss and metrics, in evaluation mode, at each look.</param>
    /// <param name="cancel">Ends it after the present step.</param>
    /// <returns>Whether the loss came near zero, or the first metric is perfect.</returns>
    public bool Run(int steps, int every, Action<long, Evaluation> report, CancellationToken cancel)
    {
        using var trial = new TrialSteps<TModel, TSettings>(_description, _settings, _batch, _device);
        var first = Look(trial, report);
        while (trial.Taken < steps && !cancel.IsCancellationRequested)
        {
            trial.Take(Lr);
            if (trial.Taken % every == 0 && IsLearnt(Look(trial, report), first.Loss))
            {
                return true;
            }
        }
        return false;
    }

    private Evaluation Look(TrialSteps<TModel, TSettings> trial, Action<long, Evaluation> report)
    {
        var look = _description.Evaluate(trial.Model, _batch.Train, _batch.Encoding, (int)Count, trial.Precision);
        report(trial.Taken, look);
        return look;
    }

    // A loss with smoothed labels has its least above 0: then every class right is enough.
    private static bool IsLearnt(Evaluation look, double first) =>
        look.Loss <= NearZero * first || look.Metrics is [{ IsHigherBetter: true, Value: >= 1 }, ..];

    // Sorted data would give one class.
    private static IEnumerable<long> Spread(long count, long size) => Enumerable.Range(0, (int)size).Select(at => at * count / size);
}
