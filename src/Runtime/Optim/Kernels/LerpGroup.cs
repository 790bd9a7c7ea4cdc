using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>Running averages of one type on one device, beside the weights that they follow.</summary>
internal sealed class LerpGroup : IDisposable
{
    private LerpGroup(Tensor[] averages, Tensor[] weights)
    {
        Averages = averages;
        Weights = weights;
        Share = torch.zeros([], dtype: weights[0].dtype, device: weights[0].device).DetachFromDisposeScope();
    }

    /// <summary>The averages.</summary>
    public Tensor[] Averages { get; }

    /// <summary>The weights, in the order of <see cref="Averages"/>.</summary>
    public Tensor[] Weights { get; }

    /// <summary>Room for a share as a scalar of the weights' type on their device.</summary>
    public Tensor Share { get; }

    /// <summary>Groups the pairs.</summary>
    public static LerpGroup[] Of(IEnumerable<(Tensor Average, Tensor Weight)> pairs) =>
    [
        .. pairs
            .GroupBy(static pair => (pair.Weight.dtype, pair.Weight.device_type, pair.Weight.device_index))
            .Select(static group => new LerpGroup(
                [.. group.Select(static pair => pair.Average)], [.. group.Select(static pair => pair.Weight)])),
    ];

    /// <inheritdoc/>
    public void Dispose() => Share.Dispose();
}
