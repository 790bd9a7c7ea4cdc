using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>Scalars that stay on the device: an operation with a number from the host first makes a tensor of it, every time.</summary>
internal sealed class DeviceConstants : IDisposable
{
    private readonly ScalarType _dtype;

    public DeviceConstants(Device device, ScalarType dtype = ScalarType.Float32)
    {
        Device = device;
        _dtype = dtype;
        Zero = Scalar(0);
        One = Scalar(1);
    }

    public Device Device { get; }

    public Tensor Zero { get; }

    public Tensor One { get; }

    /// <summary>A scalar of the same type and on the same device; it belongs to the caller.</summary>
    public Tensor Scalar(double value) => torch.tensor(value, dtype: _dtype, device: Device).DetachFromDisposeScope();

    /// <summary>A tensor as it goes together with these.</summary>
    public Tensor Like(Tensor tensor) => tensor.to(_dtype, Device);

    public void Dispose()
    {
        Zero.Dispose();
        One.Dispose();
    }
}
