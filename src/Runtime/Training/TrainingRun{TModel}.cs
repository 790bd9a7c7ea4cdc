using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Native;
using TrainSdk.Optim;
using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// The surroundings of one training loop: the checked settings, the device, the data's batches, the run folder with its records, and the best weights.
/// The loop itself is generated and drives this; nothing here decides when a step is taken.
/// </summary>
/// <typeparam name="TModel">The model class.</typeparam>
public sealed class TrainingRun<TModel> : IDisposable
    where TModel : nn.Module, ITrainedModel
{
    private readonly TModel _model;
    private readonly DataSplits _data;
    private readonly RunOptions _options;
    private readonly BestWeights _best;

    internal TrainingRun(TModel model, DataSplits data, int batchSize, long seed, RunFolder? folder, Device device, RunOptions options)
    {
        _model = model;
        _data = data;
        _options = options;
        Folder = folder;
        model.to(device);
        Parameters = TrainableParameters.Of(model);
        Batches = BatchLoader.Shuffled(data.Train, data.Encoding, batchSize, seed, Parameters.Placement);
        Gradients = new Gradients(Parameters);
        Recorder = new Recorder(folder, device, options.Progress);
        _best = new BestWeights(model);
    }

    /// <summary>The training split in batches, shuffled anew each epoch.</summary>
    public BatchLoader Batches { get; }

    /// <summary>Optimizer steps in one epoch.</summary>
    public long StepsPerEpoch => Batches.BatchesPerEpoch;

    /// <summary>What is trained; taken after the model was moved to the device.</summary>
    public TrainableParameters Parameters { get; }

    /// <summary>The gradients of <see cref="Parameters"/>.</summary>
    public Gradients Gradients { get; }

    /// <summary>Keeps what happens.</summary>
    public Recorder Recorder { get; }

    /// <summary>The run's folder; null where none is written.</summary>
    public RunFolder? Folder { get; }

    /// <summary>Keeps the model's present weights where the epoch is the best so far, in memory and in <c>checkpoints/best.safetensors</c>.</summary>
    public void OfferBest(EpochSummary epoch)
    {
        if (_best.Offer(epoch.Epoch, _data.Validation is null ? null : epoch.Validation.Loss) && Folder is not null)
        {
            WeightsFile.Save(Folder.BestWeights, _model, _model.Card!);
        }
    }

    /// <summary>Ends the run: restores the best weights, and looks at the test split once.</summary>
    /// <param name="stop">Why the loop ended.</param>
    /// <param name="evaluate">The generated evaluation.</param>
    public FitResult<TModel> Finish(StopReason stop, Func<DataSet?, Evaluation> evaluate)
    {
        _best.Restore();
        _model.eval();
        return new FitResult<TModel>
        {
            Model = _model,
            BestEpoch = _best.Epoch,
            History = Recorder.History,
            StopReason = stop,
            Validation = _data.Validation is null ? null : evaluate(_data.Validation),
            Test = _data.Test is null ? null : evaluate(_data.Test),
            RunFolder = Folder,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Batches.Dispose();
        Recorder.Dispose();
        _best.Dispose();
    }
}
