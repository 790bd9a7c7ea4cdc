using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Whether a step is left out, as a number on the device. Fused kernels leave a step out only where their flag is exactly 1, so that a
/// sum of two flags would let it pass: whatever is not 0 becomes 1 here.
/// </summary>
internal readonly struct StepGuard : IDisposable
{
    /// <param name="skipIf">A scalar of any type; where it is not 0, the step is left out.</param>
    /// <param name="constants">Zero and one on the device of the step.</param>
    public StepGuard(Tensor skipIf, DeviceConstants constants)
    {
        FoundInf = skipIf.to(ScalarType.Float32, constants.Device, copy: true);
        FoundInf.ne_(constants.Zero);
    }

    /// <summary>A float32 scalar: 1 where the step is left out and 0 otherwise.</summary>
    public Tensor FoundInf { get; }

    public void Dispose() => FoundInf.Dispose();
}
