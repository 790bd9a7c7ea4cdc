using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Copies rows of a tensor in memory. Plain copies instead of <c>index_select</c>: it runs beside a training step, and torch would start
/// threads of its own there that take the cores from the step.
/// </summary>
internal static class RowGather
{
    /// <summary>The rows <paramref name="start"/> to <paramref name="end"/> − 1 of an order, as a new tensor.</summary>
    /// <param name="source">[count, …], contiguous, on the CPU.</param>
    /// <param name="order">Row by position; null for the source's own order.</param>
    /// <param name="start">First position.</param>
    /// <param name="end">Position after the last.</param>
    public static Tensor Gather(Tensor source, long[]? order, long start, long end)
    {
        var shape = source.shape;
        shape[0] = end - start;
        var gathered = torch.empty(shape, dtype: source.dtype);
        var target = gathered.bytes;
        var rowBytes = (int)(target.Length / (end - start));
        if (rowBytes == 0)
        {
            return gathered;
        }
        ref var first = ref FirstByte(source);
        for (var position = start; position < end; position++)
        {
            var row = order is null ? position : order[position];
            ref var bytes = ref Unsafe.AddByteOffset(ref first, (nint)(row * rowBytes));
            MemoryMarshal.CreateReadOnlySpan(ref bytes, rowBytes).CopyTo(target.Slice((int)(position - start) * rowBytes, rowBytes));
        }
        return gathered;
    }

    // A span over all of a large tensor would not do: its length is an int.
    private static ref byte FirstByte(Tensor source)
    {
        using var row = source.narrow(0, 0, 1);
        return ref MemoryMarshal.GetReference(row.bytes);
    }
}
