namespace TrainSdk.Data.Loading;

/// <summary>
/// Copies rows in memory. Plain copies instead of <c>index_select</c>: they run beside a training step, and torch would start threads of
/// its own there that take the cores from the step.
/// </summary>
internal static unsafe class RowGather
{
    /// <summary>Copies the rows <paramref name="start"/> to <paramref name="end"/> − 1 of an order, one behind the other.</summary>
    /// <param name="source">Address of row 0.</param>
    /// <param name="target">Where the first of them goes.</param>
    /// <param name="rowBytes">Size of a row.</param>
    /// <param name="order">Row by position; null for the source's own order.</param>
    /// <param name="start">First position.</param>
    /// <param name="end">Position after the last.</param>
    public static void Copy(nint source, nint target, long rowBytes, long[]? order, long start, long end)
    {
        for (var position = start; position < end; position++)
        {
            var row = order is null ? position : order[position];
            Buffer.MemoryCopy(
                (byte*)source + (row * rowBytes), (byte*)target + ((position - start) * rowBytes), rowBytes, rowBytes);
        }
    }
}
