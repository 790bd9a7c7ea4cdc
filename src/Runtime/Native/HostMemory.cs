using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Native;

/// <summary>
/// The numbers of a tensor on the CPU as they lie in memory. Small sums over them cost less than the call of an operator, and nothing is
/// waited for: operations on the CPU are done when they return.
/// </summary>
internal static class HostMemory
{
    /// <summary>Whether <see cref="Read"/> gives the tensor's elements as <typeparamref name="T"/>, in their order.</summary>
    public static bool Holds<T>(Tensor tensor)
        where T : unmanaged =>
        tensor.device_type == DeviceType.CPU && tensor.dtype == TypeOf<T>() && tensor.is_contiguous();

    /// <summary>The elements; valid as long as the tensor lives.</summary>
    public static ReadOnlySpan<T> Read<T>(Tensor tensor)
        where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(tensor.bytes);

    private static ScalarType? TypeOf<T>() =>
        typeof(T) == typeof(float) ? ScalarType.Float32
        : typeof(T) == typeof(double) ? ScalarType.Float64
        : typeof(T) == typeof(long) ? ScalarType.Int64
        : null;
}
