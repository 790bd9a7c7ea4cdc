using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainSdk;

/// <summary>
/// A pass over training data that gives BatchNorm layers the statistics of the present weights, as PyTorch's <c>update_bn</c> does: they
/// start from nothing, and every batch counts alike. The layers' momentum comes back at the end.
/// </summary>
public sealed class BatchNormPass : IDisposable
{
    private readonly (BatchNorm Layer, double? Momentum)[] _layers;

    internal BatchNormPass(nn.Module model, IReadOnlyCollection<BatchNorm> training)
    {
        using var _ = torch.no_grad();
        model.train();
        var all = model.modules().OfType<BatchNorm>().ToArray();
        foreach (var still in all.Except(training))
        {
            still.eval();
        }
        _layers = [.. training.Select(static layer => (layer, layer.momentum))];
        foreach (var (layer, _) in _layers)
        {
            layer.reset_running_stats();
            layer.momentum = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (layer, momentum) in _layers)
        {
            layer.momentum = momentum;
        }
    }
}
