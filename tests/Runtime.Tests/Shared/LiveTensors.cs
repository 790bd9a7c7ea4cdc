using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>Counts tensors that something still holds.</summary>
internal static class LiveTensors
{
    /// <summary>The number of tensors, without those that only wait for the garbage collector.</summary>
    public static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
