using TorchSharp;

namespace TrainSdk.Native;

/// <summary>Proves that a handle of TorchSharp's is what libtorch's C interface takes for one.</summary>
internal static unsafe class StableAbiCheck
{
    private const int Count = 3;
    private const float Value = 1.5f;

    /// <summary>Reads a tensor of TorchSharp's through the interface.</summary>
    /// <exception cref="NotSupportedException">What is read is not what was written.</exception>
    public static void Run(StableAbi abi)
    {
        using var probe = torch.full([Count], Value, dtype: torch.ScalarType.Float32, device: torch.CPU);
        var isRight = abi.ElementCount(probe.Handle) == Count && ((float*)abi.DataPointer(probe.Handle))[Count - 1] == Value;
        if (!isRight)
        {
            throw new NotSupportedException("TorchSharp's handles are not those of libtorch's C interface");
        }
    }
}
