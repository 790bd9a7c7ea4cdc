using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Whether a step is left out: known to the host where the flag is a float on the CPU, else a number on the device. Fused kernels leave a
/// step out only where their flag is exactly 1, so that a sum of two flags would let it pass: whatever is not 0 becomes 1 here.
/// </summary>
internal readonly struct StepGuard : IDisposable
{
    /// <param name="skipIf">A scalar of any type; where it is not 0, the step is left out.</param>
    /// <param name="constants">Zero and one on the device of the step.</param>
    public StepGuard(Tensor skipIf, DeviceConstants constants)
    {
        if (constants.Device.type == DeviceType.CPU && HostMemory.Number(skipIf) is { } flag)
        {
            IsKnown = true;
            Skips = flag != 0;
            FoundInf = Skips ? constants.One : constants.Zero;
            return;
        }
        FoundInf = skipIf.to(ScalarType.Float32, constants.Device, copy: true);
        FoundInf.ne_(constants.Zero);
    }

    /// <summary>Whether the host knows; then <see cref="Skips"/> counts.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether the step is known to be left out.</summary>
    public bool Skips { get; }

    /// <summary>A float32 scalar: 1 where the step is left out and 0 otherwise.</summary>
    public Tensor FoundInf { get; }

    public void Dispose()
    {
        if (!IsKnown)
        {
            FoundInf.Dispose();
        }
    }
}
