using Microsoft.Extensions.Logging;
using TrainSdk.Data;
using TrainSdk.Optim;
using TrainSdk.Recording;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>What a run does where it cannot go on as it is: back to a checkpoint, or in smaller batches. Logged and recorded.</summary>
public sealed class RunRecovery
{
    private const string BatchNormCaveat = "; BatchNorm measures its statistics on the pieces";

    private readonly nn.Module _model;
    private readonly Gradients _gradients;
    private readonly ModelBuffers _buffers;
    private readonly Recorder _recorder;
    private readonly RunCheckpoints _checkpoints;
    private readonly RunSetup _setup;
    private readonly RunEvents _events;

    internal RunRecovery(
        nn.Module model, Gradients gradients, ModelBuffers buffers, Recorder recorder, RunCheckpoints checkpoints, RunSetup setup)
    {
        _model = model;
        _gradients = gradients;
        _buffers = buffers;
        _recorder = recorder;
        _checkpoints = checkpoints;
        _setup = setup;
        _events = new RunEvents(setup.Folder, TimeProvider.System);
    }

    /// <summary>Whether the run has written a checkpoint that it can go back to.</summary>
    public bool CanRewind => _checkpoints.HasSaved;

    /// <summary>
    /// Goes back to the last checkpoint: the model, everything that the run keeps, and the record files are as they were there.
    /// </summary>
    /// <returns>Where the loop goes on.</returns>
    /// <exception cref="TrainException">The checkpoint cannot be read.</exception>
    public RunPosition Rewind()
    {
        _recorder.Flush();
        var (bad, step) = (_recorder.FirstBadStep, _recorder.Steps);
        var target = _checkpoints.Rewind(_model, _setup.Device);
        _gradients.Clear();
        _buffers.Take();
        _setup.Options.Logger?.LogWarning(
            "the gradient became NaN or infinite at step {Bad}: back to step {Step}, with a lower learning rate", bad, target.Step);
        _events.Add(step, "rollback", $"to step {NumberText.Format(target.Step)}");
        return target;
    }

    /// <summary>Begins a window again in smaller batches, for which memory did not suffice. What it has so far is dropped.</summary>
    /// <param name="micro">How batches are cut.</param>
    /// <param name="window">The window.</param>
    /// <param name="failure">What was thrown.</param>
    /// <exception cref="TrainException">The batches cannot be smaller.</exception>
    public void Halve(MicroBatches micro, AccumulationWindow window, Exception failure)
    {
        var batchSize = _setup.Batches.BatchSize;
        var wanted = OutOfMemory.Wanted(failure);
        if (!micro.TryHalve(batchSize))
        {
            throw new TrainException(
                $"out of memory even where batches of {NumberText.Format(batchSize)} samples are taken in "
                + $"{NumberText.Format(micro.Pieces)} pieces{wanted}; use a smaller model or smaller inputs",
                failure);
        }
        _gradients.Clear();
        _buffers.Restore();
        window.Restart();
        _setup.Options.Logger?.LogWarning(
            "out of memory at step {Step}{Wanted}: batches of {BatchSize} samples are taken in {Pieces} pieces from here on{Caveat}",
            _recorder.Steps, wanted, batchSize, micro.Pieces, micro.HasBatchNorm ? BatchNormCaveat : "");
        _events.Add(_recorder.Steps, "out_of_memory", $"{NumberText.Format(micro.Pieces)} pieces");
    }

    /// <summary>Computes the step that went wrong once more; null where none did.</summary>
    /// <param name="loss">The loop's loss of a batch, from the step and the batch's place in it; null where it is not given.</param>
    internal Divergence? Explain(Func<Batch, long, int, Tensor>? loss) => _recorder.FirstBadStep is { } bad
        ? new DivergenceReplay(_model, _setup, _gradients, _buffers).Run(bad, loss)
        : null;
}
