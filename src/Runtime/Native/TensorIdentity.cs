using static TorchSharp.torch;

namespace TrainSdk.Native;

/// <summary>Tells whether two of TorchSharp's objects stand for one tensor, as those of tied weights do.</summary>
internal static unsafe class TensorIdentity
{
    /// <summary>A number of the tensor itself, as long as it lives.</summary>
    // TorchSharp's handle points to an at::Tensor of its own, which is nothing but a pointer to the tensor.
    public static nint Of(Tensor tensor) => *(nint*)tensor.Handle;
}
