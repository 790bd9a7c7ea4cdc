using Microsoft.Extensions.Logging;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// The surroundings of one training loop: the checked settings, the device, the data's batches, the run folder with its records, and the
/// best weights. The loop itself is generated and drives this; nothing here decides when a step is taken.
/// </summary>
/// <typeparam name="TModel">The model class.</typeparam>
public sealed class TrainingRun<TModel> : IDisposable
    where TModel : nn.Module, ITrainedModel
{
    private readonly TModel _model;
    private readonly DataSplits _data;
    private readonly BestWeights _best;
    private readonly DivergenceReplay _replay;
    private readonly ILogger? _logger;
    private readonly List<PretrainedReport> _pretrained = [];

    internal TrainingRun(
        TModel model,
        DataSplits data,
        TrainableParameters parameters,
        BatchLoader batches,
        int accumulate,
        long seed,
        RunFolder? folder,
        Device device,
        MixedPrecision precision,
        RunOptions options)
    {
        _model = model;
        _data = data;
        Parameters = parameters;
        Batches = batches;
        StepsPerEpoch = BatchBounds.Steps(batches.BatchesPerEpoch, accumulate);
        Folder = folder;
        Precision = precision;
        Gradients = new Gradients(parameters);
        Buffers = new ModelBuffers(model);
        Recorder = new Recorder(folder, device, options.Progress, precision.NeedsScaler) { StepProgress = options.StepProgress };
        _best = new BestWeights(model);
        _replay = new DivergenceReplay(model, parameters, Gradients, Buffers, batches, data, accumulate, seed, precision);
        _logger = options.Logger;
    }

    /// <summary>The training split in batches, shuffled anew each epoch.</summary>
    public BatchLoader Batches { get; }

    /// <summary>Optimizer steps in one epoch: its batches or, with <c>[Accumulate]</c>, its windows of batches.</summary>
    public long StepsPerEpoch { get; }

    /// <summary>What is trained; taken after the model was moved to the device.</summary>
    public TrainableParameters Parameters { get; }

    /// <summary>The number type of matrix products and convolutions; off without <c>[Amp]</c>.</summary>
    public MixedPrecision Precision { get; }

    /// <summary>The gradients of <see cref="Parameters"/>.</summary>
    public Gradients Gradients { get; }

    /// <summary>The model's buffers, as they were before the present step and as they are.</summary>
    public ModelBuffers Buffers { get; }

    /// <summary>Keeps what happens.</summary>
    public Recorder Recorder { get; }

    /// <summary>The run's folder; null where none is written.</summary>
    public RunFolder? Folder { get; }

    /// <summary>
    /// Keeps the model's present weights where the epoch's validation loss is the lowest so far, in memory and in
    /// <c>checkpoints/best.safetensors</c>.
    /// </summary>
    public void OfferBest(EpochSummary epoch) =>
        OfferBest(epoch, new MetricValue(Evaluation.LossName, epoch.Validation.Loss, IsHigherBetter: false));

    /// <summary>
    /// Keeps the model's present weights where a metric of the epoch's validation is the best so far, in memory and in
    /// <c>checkpoints/best.safetensors</c>. Equal is not better, and NaN never is.
    /// </summary>
    /// <param name="epoch">What the epoch did.</param>
    /// <param name="monitored">The metric that decides; not looked at where there is no validation split.</param>
    public void OfferBest(EpochSummary epoch, MetricValue monitored)
    {
        if (!IsBest(epoch, monitored))
        {
            return;
        }
        if (_best.Offer(epoch.Epoch, _data.Validation is null ? null : monitored) && Folder is not null)
        {
            WeightsFile.Save(Folder.BestWeights, _model, _model.Card!);
        }
    }

    /// <summary>Says and records what became of a file of weights that the model started from; null for none.</summary>
    public void Report(PretrainedReport? pretrained)
    {
        if (pretrained is null)
        {
            return;
        }
        _pretrained.Add(pretrained);
        _logger?.LogInformation("{Pretrained}", pretrained);
        if (Folder is not null)
        {
            RunRecordFile.Write(Folder, new PretrainedRecord { Files = _pretrained });
        }
    }

    /// <summary>
    /// Makes the model's present weights the result of the run, in memory and in <c>checkpoints/best.safetensors</c>, in place of those of
    /// the best epoch: an average over epochs is not one of them.
    /// </summary>
    public void KeepFinal()
    {
        _best.Settle();
        if (Folder is not null)
        {
            WeightsFile.Save(Folder.BestWeights, _model, _model.Card!);
        }
    }

    /// <summary>Whether the epoch's validation loss is the lowest so far, so that its weights will be kept.</summary>
    public bool IsBest(EpochSummary epoch) =>
        IsBest(epoch, new MetricValue(Evaluation.LossName, epoch.Validation.Loss, IsHigherBetter: false));

    /// <summary>Whether a metric of the epoch's validation is the best so far, so that its weights will be kept.</summary>
    /// <param name="epoch">What the epoch did.</param>
    /// <param name="monitored">The metric that decides; not looked at where there is no validation split.</param>
    public bool IsBest(EpochSummary epoch, MetricValue monitored)
    {
        // A bad step leaves NaN in BatchNorm's statistics, and without a validation split nothing else would notice.
        var isBroken = _data.Validation is null && epoch.FirstBadStep is not null;
        return !isBroken && _best.Takes(_data.Validation is null ? null : monitored);
    }

    /// <summary>Ends the run: restores the best weights, looks at the test split once, and writes <c>result.json</c>.</summary>
    /// <param name="stop">Why the loop ended.</param>
    /// <param name="evaluate">The generated evaluation.</param>
    /// <param name="loss">
    /// The loop's loss of a batch, a scalar: what a step that went wrong is computed again with. Null leaves the cause unknown.
    /// </param>
    public FitResult<TModel> Finish(StopReason stop, Func<DataSet?, Evaluation> evaluate, Func<Batch, Tensor>? loss = null)
    {
        var divergence = stop == StopReason.Diverged && Recorder.FirstBadStep is { } bad ? _replay.Run(bad, loss) : null;
        _best.Restore();
        _model.eval();
        var result = new FitResult<TModel>
        {
            Model = _model,
            BestEpoch = _best.Epoch,
            History = Recorder.History,
            StopReason = stop,
            Validation = _data.Validation is null ? null : evaluate(_data.Validation),
            Test = _data.Test is null ? null : evaluate(_data.Test),
            RunFolder = Folder,
            Divergence = divergence,
        };
        if (Folder is not null)
        {
            RunRecordFile.Write(Folder, Record(result));
            ConfusionFile.Write(Folder, _model.Card!.ClassNames, ("validation", result.Validation), ("test", result.Test));
        }
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Batches.Dispose();
        Gradients.Dispose();
        Buffers.Dispose();
        Recorder.Dispose();
        _best.Dispose();
    }

    private RunResult Record(FitResult<TModel> result) => new()
    {
        StopReason = result.StopReason.ToString(),
        Finished = DateTimeOffset.UtcNow,
        Epochs = result.History.Count,
        Steps = Recorder.Steps,
        BestEpoch = result.BestEpoch,
        Validation = RecordedEvaluation.Of(result.Validation),
        Test = RecordedEvaluation.Of(result.Test),
        Divergence = result.Divergence?.ToString(),
    };
}
