using System.Collections;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Finds numbers that are NaN or infinite. Every answer makes the host wait for the device.</summary>
internal static class NonFinite
{
    /// <summary>Whether a tensor has any.</summary>
    public static bool IsIn(Tensor tensor)
    {
        if (!tensor.is_floating_point() && !tensor.is_complex())
        {
            return false;
        }
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        return !tensor.isfinite().all().ToBoolean();
    }

    /// <summary>Positions along the first dimension that have any; null where the tensor has not one row per sample.</summary>
    /// <param name="tensor">Of any shape.</param>
    /// <param name="count">Samples of the batch.</param>
    public static long[]? Rows(Tensor tensor, long count)
    {
        if (tensor.dim() == 0 || tensor.shape[0] != count)
        {
            return null;
        }
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var rows = tensor.reshape(count, -1).isfinite().all(1).logical_not().nonzero().flatten();
        return rows.cpu().data<long>().ToArray();
    }

    /// <summary>The tensors that a layer takes or gives: itself, or those of a tuple or a list of them.</summary>
    public static IEnumerable<Tensor> TensorsOf(object? value) => value switch
    {
        Tensor tensor => [tensor],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(at => TensorsOf(tuple[at])),
        IEnumerable items and not string => items.Cast<object?>().SelectMany(TensorsOf),
        _ => [],
    };
}
