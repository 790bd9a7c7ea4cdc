using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Native;

/// <summary>
/// The numbers of a tensor on the CPU as they lie in memory. Small work on them costs less than the call of an operator, and nothing is
/// waited for: operations on the CPU are done when they return.
/// </summary>
internal static class HostMemory
{
    /// <summary>Whether <see cref="Of"/> gives the tensor's elements as <typeparamref name="T"/>, in their order.</summary>
    public static bool Holds<T>(Tensor tensor)
        where T : unmanaged =>
        tensor.device_type == DeviceType.CPU && tensor.dtype == TypeOf<T>() && tensor.is_contiguous();

    /// <summary>The elements; valid as long as the tensor lives.</summary>
    public static Span<T> Of<T>(Tensor tensor)
        where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(tensor.bytes);

    /// <summary>
    /// The address of the first element, which stays as long as the tensor lives; for a contiguous tensor on the CPU with at least one
    /// row. A span over all of a large tensor would not do: its length is an int.
    /// </summary>
    public static unsafe nint AddressOf(Tensor tensor)
    {
        using var row = tensor.narrow(0, 0, 1);
        return (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(row.bytes));
    }

    /// <summary>The number of a float32 or float64 scalar on the CPU; null for any other tensor.</summary>
    public static double? Number(Tensor scalar) =>
        Holds<float>(scalar) ? Of<float>(scalar)[0]
        : Holds<double>(scalar) ? Of<double>(scalar)[0]
        : null;

    private static ScalarType? TypeOf<T>() =>
        typeof(T) == typeof(float) ? ScalarType.Float32
        : typeof(T) == typeof(double) ? ScalarType.Float64
        : typeof(T) == typeof(long) ? ScalarType.Int64
        : null;
}
