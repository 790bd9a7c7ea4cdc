using TorchSharp.Modules;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk;

/// <summary>
/// The mean of a model's weights over epochs, as PyTorch's <c>AveragedModel</c> computes it. Parameters are averaged; the statistics of
/// BatchNorm layers belong to other weights then, and <see cref="BatchNormPass"/> computes them anew.
/// </summary>
public sealed class StochasticWeightAverage : IDisposable
{
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

    /// <summary>What a checkpoint holds of it.</summary>
    internal WeightAverages Averages => _averages;

    /// <summary>Takes the weights at the end of an epoch in, while the model is still in training mode.</summary>
    public void Update()
    {
        _averages.Add(static states => 1.0 / (states + 1));
        _training = [.. _model.modules().OfType<BatchNorm>().Where(static norm => norm.training)];
    }

    /// <summary>
    /// Puts the average into the model, and the model into the mode in which the running statistics of its BatchNorm layers are computed
    /// anew by every forward pass, until the result is disposed. Layers that were not training at the last update keep theirs.
    /// </summary>
    public BatchNormPass MoveIntoModel()
    {
        _averages.CopyOut();
        return new BatchNormPass(_model, _training);
    }

    /// <inheritdoc/>
    public void Dispose() => _averages.Dispose();
}
