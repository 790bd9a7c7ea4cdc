using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>Counts tensors that something still holds.</summary>
internal static class LiveTensors
{
    /// <summary>The number of tensors, without those that only wait for the garbage collector.</summary>
    public static long Count()
    {
        // Twice: what a finalized object alone has held is garbage only then.
        for (var pass = 0; pass < 2; pass++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return Tensor.TotalCount;
    }
}
