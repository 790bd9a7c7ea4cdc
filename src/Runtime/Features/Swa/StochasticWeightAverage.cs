using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk;

/// <summary>
/// The mean of a model's weights over epochs, as PyTorch's <c>AveragedModel</c> computes it. Parameters are averaged; the statistics of
/// BatchNorm layers belong to other weights then, and <see cref="BatchNormPass"/> computes them anew.
/// </summary>
public sealed class StochasticWeightAverage : IStateful, IDisposable
{
    private const string BatchNormName = "batch_norm";

    private readonly WeightAverages _averages;
    private readonly nn.Module _model;
    private BatchNorm[] _training = [];

    /// <summary>Prepares the average; make it after the model was moved to its device.</summary>
    /// <param name="model">The model in training.</param>
    public StochasticWeightAverage(nn.Module model)
    {
        _averages = new WeightAverages(model);
        _model = model;
    }

    /// <summary>Whether any weights were averaged.</summary>
    public bool HasAverage => _averages.Count > 0;

    /// <summary>Whether there are BatchNorm layers, training at the last update, whose statistics must be computed anew.</summary>
    public bool HasBatchNorm => _training.Length > 0;

    /// <summary>Takes the weights at the end of an epoch in, while the model is still in training mode.</summary>
    public void Update()
    {
        _averages.Add(static states => 1.0 / (states + 1));
        _training = [.. BatchNorms().Select(static named => named.Layer).Where(static norm => norm.training && norm.track_running_stats)];
    }

    /// <summary>Puts the average into the model.</summary>
    public void MoveIntoModel() => _averages.CopyOut();

    /// <summary>
    /// Puts the model into the mode in which its BatchNorm layers' running statistics are computed anew by every forward pass, until the
    /// result is disposed. Layers that were not training at the last update keep theirs.
    /// </summary>
    public BatchNormPass NewStatistics() => new(_model, _training);

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        _averages.Save(state);
        var layers = state.Part(BatchNormName);
        foreach (var (name, layer) in BatchNorms())
        {
            layers.Add(name, _training.Contains(layer));
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        _averages.Load(state);
        var layers = state.Part(BatchNormName);
        _training = [.. BatchNorms().Where(named => layers.Flag(named.Name)).Select(static named => named.Layer)];
    }

    /// <inheritdoc/>
    public void Dispose() => _averages.Dispose();

    private IEnumerable<(string Name, BatchNorm Layer)> BatchNorms() => _model.named_modules()
        .Where(static named => named.module is BatchNorm)
        .Select(static named => (named.name, (BatchNorm)named.module));
}
