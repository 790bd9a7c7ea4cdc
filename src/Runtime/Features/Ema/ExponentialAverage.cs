using TrainSdk.Optim;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk;

/// <summary>
/// The exponential moving average of a model's weights: average ← decay · average + (1 − decay) · weights, as PyTorch's
/// <c>AveragedModel</c> has it with such an <c>avg_fn</c>. The first update takes the weights as they are, so that the random
/// initialisation does not enter. Parameters are averaged; buffers are the model's own.
/// </summary>
public sealed class ExponentialAverage : IStateful, IDisposable
{
    private readonly WeightAverages _averages;
    private readonly double _decay;
    private readonly bool _warmup;

    /// <summary>Prepares the average; make it after the model was moved to its device.</summary>
    /// <param name="model">The model in training.</param>
    /// <param name="decay">Share of the average that an update keeps, 0 to below 1.</param>
    /// <param name="warmup">Whether the decay is at most (1 + t) / (10 + t) after t updates.</param>
    public ExponentialAverage(nn.Module model, double decay, bool warmup = true)
    {
        _averages = new WeightAverages(model);
        _decay = decay;
        _warmup = warmup;
    }

    /// <summary>
    /// Takes the present weights in. Call after every optimizer step, one that was skipped for its gradient included, as in PyTorch's
    /// loops; nothing is read from the device.
    /// </summary>
    public void Update() => _averages.Add(updates => 1 - DecayAt(updates, _decay, _warmup));

    /// <summary>
    /// Exchanges the model's weights with the averages. Called once before validation and once after, the model trains on where it was.
    /// </summary>
    public void Swap() => _averages.Swap();

    /// <summary>The decay of an update.</summary>
    /// <param name="updates">Updates before it.</param>
    /// <param name="decay">The decay in the long run.</param>
    /// <param name="warmup">Whether it rises to that.</param>
    public static double DecayAt(long updates, double decay, bool warmup) =>
        warmup ? Math.Min(decay, (1.0 + updates) / (10.0 + updates)) : decay;

    /// <inheritdoc/>
    public void Save(StateWriter state) => _averages.Save(state);

    /// <inheritdoc/>
    public void Load(StateReader state) => _averages.Load(state);

    /// <inheritdoc/>
    public void Dispose() => _averages.Dispose();
}
