using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.State;
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
    private readonly RunSetup _setup;
    private readonly BestWeights _best;
    private readonly RunState _state;
    private readonly RunCheckpoints _checkpoints;
    private readonly StopRules _stop;
    private readonly PretrainedReports _pretrained;
    private readonly WeightsArchive _archive;

    internal TrainingRun(TModel model, RunSetup setup)
    {
        _model = model;
        _setup = setup;
        Gradients = new Gradients(setup.Parameters);
        Buffers = new ModelBuffers(model);
        Recorder = setup.NewRecorder(model);
        _best = new BestWeights(model);
        _pretrained = new PretrainedReports(setup.Folder, setup.Options.Logger);
        _state = new RunState(model, model.Card!, Recorder, _best, Buffers) { StepsPerEpoch = StepsPerEpoch, Data = setup.Fingerprint };
        _archive = new WeightsArchive(setup.Folder, model, model.Card!) { Best = setup.Options.KeepBest, Every = setup.Options.KeepEvery };
        _state.KeepOwn("Archive", _archive);
        _stop = new StopRules(Recorder, StepsPerEpoch, setup.Options.MaxTime);
        _checkpoints = new RunCheckpoints(_state, setup, Recorder.Clock, new SkippedReport(setup));
        Recovery = new RunRecovery(model, Gradients, Buffers, Recorder, _checkpoints, setup);
    }

    /// <summary>The training split in batches, shuffled anew each epoch.</summary>
    public BatchLoader Batches => _setup.Batches;

    /// <summary>Optimizer steps in one epoch: its batches or, with <c>[Accumulate]</c>, its windows of batches.</summary>
    public long StepsPerEpoch => _setup.StepsPerEpoch;

    /// <summary>What is trained; taken after the model was moved to the device.</summary>
    public TrainableParameters Parameters => _setup.Parameters;

    /// <summary>The number type of matrix products and convolutions; off without <c>[Amp]</c>.</summary>
    public MixedPrecision Precision => _setup.Precision;

    /// <summary>The gradients of <see cref="Parameters"/>.</summary>
    public Gradients Gradients { get; }

    /// <summary>The model's buffers, as they were before the present step and as they are.</summary>
    public ModelBuffers Buffers { get; }

    /// <summary>What the run does where it cannot go on as it is.</summary>
    public RunRecovery Recovery { get; }

    /// <summary>Keeps what happens.</summary>
    public Recorder Recorder { get; }

    /// <summary>Is told where in a step the loop is, for the times of an epoch's parts and for what steps do to layers.</summary>
    public StepWatch Watch => Recorder.Watch!;

    /// <summary>The run's folder; null where none is written.</summary>
    public RunFolder? Folder => _setup.Folder;

    /// <summary>Keeps the model's present weights where the epoch's validation loss is the lowest so far.</summary>
    public void OfferBest(EpochSummary epoch) => OfferBest(epoch, epoch.ValidationLoss);

    /// <summary>
    /// Keeps the model's present weights where a metric of the epoch's validation is the best so far, in memory and with the next
    /// checkpoint in <c>checkpoints/best.safetensors</c>. Equal is not better, and NaN never is.
    /// </summary>
    /// <param name="epoch">What the epoch did.</param>
    /// <param name="monitored">The metric that decides; not looked at where there is no validation split.</param>
    public void OfferBest(EpochSummary epoch, MetricValue monitored)
    {
        if (IsBest(epoch, monitored))
        {
            _best.Offer(epoch.Epoch, epoch.Step, Measured(monitored));
        }
        _archive.Offer(epoch, Measured(monitored), isEpochDone: epoch.Step % StepsPerEpoch == 0);
    }

    /// <summary>Changes the training images at random, after the augmentations added before; nothing else sees the change.</summary>
    /// <param name="augmentations">In the order in which they are applied.</param>
    /// <exception cref="TrainException">The inputs are no images that they can change.</exception>
    public void Augment(params IReadOnlyList<IAugmentation> augmentations) => Batches.Augment(augmentations);

    /// <summary>Says and records what became of a file of weights that the model started from; null for none.</summary>
    public void Report(PretrainedReport? pretrained) => _pretrained.Add(pretrained);

    /// <summary>Has a part of the loop kept in checkpoints, and given back its state where the run is resumed.</summary>
    /// <param name="name">The attribute that it comes from; the same in every version of the loop.</param>
    /// <param name="part">An optimizer, an average, a counter.</param>
    public void Keep(string name, IStateful part) => _state.Keep(name, part);

    /// <summary>Begins the run, after every Keep: a new one with a checkpoint on the disk, a resumed one as it was.</summary>
    /// <returns>Where the loop begins.</returns>
    /// <exception cref="TrainException">The run was trained with other attributes, or its files are damaged.</exception>
    public RunPosition Begin()
    {
        _setup.ShowSamples(Recorder);
        var position = _setup.Resumed is { } resumed ? GoOn(resumed) : _checkpoints.Begin();
        Recorder.Sinks.Start(_setup.OutlineAt(Recorder));
        return position;
    }

    /// <summary>
    /// Says where the run stands, and writes it down where that is due: at each epoch's end, and within one where a minute has passed.
    /// </summary>
    /// <param name="epoch">The epoch that the loop is in, from 0; the next one after an epoch's validation.</param>
    /// <param name="step">Optimizer steps done since the start of the run.</param>
    /// <param name="stop">Why the run stops here; null where it goes on.</param>
    /// <exception cref="TrainException">It cannot be written; the last good checkpoint is still there.</exception>
    public void Checkpoint(int epoch, long step, StopReason? stop) => _checkpoints.At(new RunPosition(epoch, step, stop));

    /// <summary>Makes sure that the present position is on the disk: before a loop changes the weights after its last step.</summary>
    /// <exception cref="TrainException">It cannot be written; the last good checkpoint is still there.</exception>
    public void SaveLast() => _checkpoints.SaveNow();

    /// <summary>Why the run has to stop before the next step: canceled by the caller, out of time, or diverged; null to go on.</summary>
    public StopReason? MustStop(CancellationToken cancel) => _stop.Reason(cancel);

    /// <summary>
    /// Makes the model's present weights the result of the run, in memory and in <c>checkpoints/best.safetensors</c>, in place of those of
    /// the best epoch: an average over epochs is not one of them.
    /// </summary>
    public void KeepFinal()
    {
        _best.Settle();
        _checkpoints.ReplaceBest(_best.Kept, _best.Version);
    }

    /// <summary>Whether the epoch's validation loss is the lowest so far, so that its weights will be kept.</summary>
    public bool IsBest(EpochSummary epoch) => IsBest(epoch, epoch.ValidationLoss);

    /// <summary>Whether a metric of the epoch's validation is the best so far, so that its weights will be kept.</summary>
    /// <param name="epoch">What the epoch did.</param>
    /// <param name="monitored">The metric that decides; not looked at where there is no validation split.</param>
    public bool IsBest(EpochSummary epoch, MetricValue monitored) => _best.Takes(Measured(monitored));

    /// <summary>
    /// Ends the run: saves where it stands, restores the best weights, looks at the test split once, and writes <c>result.json</c>. A run
    /// that can be resumed leaves the test split alone.
    /// </summary>
    /// <param name="stop">Why the loop ended.</param>
    /// <param name="evaluate">The generated evaluation.</param>
    /// <param name="loss">The loop's loss of a batch, a scalar, to find out why a step went wrong.</param>
    public FitResult<TModel> Finish(StopReason stop, Func<DataSet?, Evaluation> evaluate, Func<Batch, Tensor> loss) =>
        Finish(stop, evaluate, (batch, _, _) => loss(batch));

    /// <summary>The same for a loop that does not give its loss: why a step went wrong stays unknown.</summary>
    public FitResult<TModel> Finish(StopReason stop, Func<DataSet?, Evaluation> evaluate) => Finish(stop, evaluate, lossAt: null);

    /// <summary>The same for a loss that depends on the optimizer step and the batch's place in it too, as with mixed samples.</summary>
    public FitResult<TModel> Finish(StopReason stop, Func<DataSet?, Evaluation> evaluate, Func<Batch, long, int, Tensor>? lossAt)
    {
        var divergence = stop == StopReason.Diverged ? Recovery.Explain(lossAt) : null;
        _checkpoints.Settle();
        _best.Restore();
        _model.eval();
        var result = RunEnd.Of(_model, _setup, Recorder.History, stop, evaluate) with { BestEpoch = _best.Epoch, Divergence = divergence };
        return RunEnd.Told(RunEnd.Written(result, _setup, Recorder, _checkpoints.Report), Recorder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _checkpoints.Dispose();
        _setup.Dispose();
        Gradients.Dispose();
        Buffers.Dispose();
        Recorder.Dispose();
        _best.Dispose();
    }

    private RunPosition GoOn(ResumedRun resumed)
    {
        _state.Load(resumed.Checkpoint, resumed.Folder, _setup.Device);
        resumed.Checkpoint.Dispose();
        Buffers.Take();
        resumed.Write(_setup.Config!);
        return _checkpoints.Resumed(resumed.Position);
    }

    private MetricValue? Measured(MetricValue monitored) => _setup.Data.Validation is null ? null : monitored;
}
