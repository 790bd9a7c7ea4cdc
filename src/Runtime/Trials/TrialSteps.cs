using System.Diagnostics;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Native;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Trials;

/// <summary>
/// Optimizer steps as the loop takes them, one batch each, on a fresh model that nobody keeps: what is learned here reaches no run and no
/// file. The learning rate is the caller's.
/// </summary>
internal sealed class TrialSteps<TModel, TSettings> : IDisposable
    where TModel : nn.Module, ITrainedModel
    where TSettings : class, new()
{
    private readonly StepDescription<TModel, TSettings> _step;
    private readonly TSettings _settings;
    private readonly long _seed;
    private readonly BatchLoader _batches;
    private readonly Gradients _gradients;
    private readonly IOptimizer _optimizer;
    private readonly GradScaler _scaler;
    private readonly bool _isOnGpu;
    private BatchSequence.Enumerator _epoch;
    private int _epochs;

    /// <param name="description">The model class.</param>
    /// <param name="settings">What it is trained with.</param>
    /// <param name="data">The splits, of which the first is trained on.</param>
    /// <param name="device">Where it is computed.</param>
    /// <exception cref="TrainException">The loop is the user's own, or the data do not fit.</exception>
    public TrialSteps(ModelDescription<TModel, TSettings> description, TSettings settings, DataSplits data, Device device)
    {
        _step = description.Step ?? throw new TrainException(
            $"{description.Name}'s loop is a file of yours, and a trial takes the steps of the generated one; delete the file to go back");
        _settings = settings;
        _isOnGpu = device.type == DeviceType.CUDA;
        _seed = description.Settings.Whole(settings, "Seed");
        Model = description.Build(settings);
        ModelMove.To(Model, device);
        Precision = RunPrecision.Settle(RunPrecision.Mode(description.Settings, settings), device, Model, logger: null);
        var parameters = TrainableParameters.Of(Model);
        _gradients = new Gradients(parameters);
        _optimizer = _step.Optimizer(Model, parameters, settings);
        _scaler = new GradScaler(Precision);
        _batches = BatchLoader.Sampled(
            data.Train, data.Encoding, (int)description.Settings.Whole(settings, "BatchSize"), data.Sampler, _seed, parameters.Placement);
        _batches.Augment(description.Augmentations(settings));
        _epoch = _batches.Epoch(0).GetEnumerator();
    }

    /// <summary>The model, in training mode after a step.</summary>
    public TModel Model { get; }

    /// <summary>The number type of matrix products and convolutions.</summary>
    public MixedPrecision Precision { get; }

    /// <summary>Steps taken so far.</summary>
    public long Taken { get; private set; }

    /// <summary>Samples of the last step.</summary>
    public long Count { get; private set; }

    /// <summary>What the last step's time went into; on a GPU the host waits for it at the end of each part.</summary>
    public StepTimes Times { get; private set; }

    /// <summary>Takes a step.</summary>
    /// <param name="lr">Its learning rate.</param>
    /// <returns>The training loss before it; NaN or infinite where the step was left out.</returns>
    public double Take(double lr)
    {
        Model.train();
        using var scope = NewDisposeScope();
        var start = Now();
        var batch = Next();
        var given = Now();
        Randomness.At(_seed, Taken);
        _optimizer.Lr = lr;
        Tensor loss;
        using (Autocast.On(Precision))
        {
            loss = _step.Loss(Model, batch, _settings, Taken);
        }
        var forward = Now();
        _scaler.Scale(loss).backward();
        _scaler.Unscale(_gradients);
        var backward = Now();
        var norm = _step.Norm(_gradients, _settings);
        _optimizer.Step(skipIf: norm.IsNotFinite);
        _gradients.Clear();
        _scaler.Update(norm.IsNotFinite);
        Times = new StepTimes(
            Between(start, given), Between(given, forward), Between(forward, backward), Between(backward, Now()));
        Taken++;
        Count = batch.Count;
        return norm.IsNotFinite.ToSingle() == 0 ? loss.ToDouble() : double.NaN;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _epoch.Dispose();
        _batches.Dispose();
        _scaler.Dispose();
        _optimizer.Dispose();
        _gradients.Dispose();
        Model.Dispose();
    }

    private long Now()
    {
        if (_isOnGpu)
        {
            torch.cuda.synchronize();
        }
        return Stopwatch.GetTimestamp();
    }

    private static TimeSpan Between(long start, long end) => Stopwatch.GetElapsedTime(start, end);

    private Batch Next()
    {
        if (!_epoch.MoveNext())
        {
            _epoch.Dispose();
            _epochs++;
            _epoch = _batches.Epoch(_epochs).GetEnumerator();
            _epoch.MoveNext();
        }
        return _epoch.Current;
    }
}
