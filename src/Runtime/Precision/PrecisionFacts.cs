using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>What the choice of a number type depends on.</summary>
/// <param name="Device">The kind of device.</param>
/// <param name="CudaMajor">Major compute capability of the CUDA device; null where there is none, or it is not known.</param>
/// <param name="HasNativeBf16">Whether the CPU has instructions for bfloat16.</param>
/// <param name="AutocastProblem">Why autocast cannot be had; null where it can.</param>
/// <param name="AllowsHalfOnCpu">Whether float16 on the CPU is accepted: it is slow there, but shows what happens on a GPU.</param>
internal sealed record PrecisionFacts(
    DeviceType Device, int? CudaMajor, bool HasNativeBf16, string? AutocastProblem, bool AllowsHalfOnCpu = false)
{
    /// <summary>The facts of this process and a device.</summary>
    public static PrecisionFacts Of(Device device, bool allowsHalfOnCpu) => new(
        device.type,
        device.type == DeviceType.CUDA ? CudaCapability.Major(Math.Max(device.index, 0)) : null,
        CpuFeatures.HasNativeBf16,
        Autocast.Problem,
        allowsHalfOnCpu);
}
