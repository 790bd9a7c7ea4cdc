using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// The norm of a small model's gradients, summed over their memory: a few microseconds, where the calls of torch's operators take as long
/// as a tenth of the whole step. Large models stay with torch, which uses several threads.
/// </summary>
internal static unsafe class HostNorm
{
    private const long MostElements = 1 << 18;

    /// <summary>Whether the gradients of the group are measured here, given that they lie as their parameters do.</summary>
    public static bool Fits(ParameterGroup group) =>
        group.Device.type == DeviceType.CPU && group.Elements <= MostElements && (group.Dtype is ScalarType.Float32 or ScalarType.Float64);

    /// <summary>The sum of the squares of numbers in memory.</summary>
    public static double SquaresOf(ScalarType type, void* numbers, int count) => type == ScalarType.Float32
        ? TensorPrimitives.SumOfSquares<float>(new ReadOnlySpan<float>(numbers, count))
        : TensorPrimitives.SumOfSquares<double>(new ReadOnlySpan<double>(numbers, count));

    /// <summary>The norm as a scalar of the gradients' type.</summary>
    public static Tensor Root(ScalarType type, double squares) => type == ScalarType.Float32
        ? torch.tensor((float)Math.Sqrt(squares))
        : torch.tensor(Math.Sqrt(squares));
}
