using System.Runtime.InteropServices;

namespace TrainSdk.Native;

/// <summary>
/// The compute capability of a CUDA device, from the NVIDIA driver's own C interface: TorchSharp does not tell it.
/// </summary>
internal static unsafe class CudaCapability
{
    private const int CapabilityMajor = 75;

    /// <summary>The major number, such as 8 for an A100; null where the driver does not tell.</summary>
    /// <param name="index">The device's number, as in <c>cuda:1</c>.</param>
    public static int? Major(int index)
    {
        if (!NativeLibrary.TryLoad(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1", out var driver)
            || !NativeLibrary.TryGetExport(driver, "cuInit", out var init)
            || !NativeLibrary.TryGetExport(driver, "cuDeviceGet", out var get)
            || !NativeLibrary.TryGetExport(driver, "cuDeviceGetAttribute", out var attribute))
        {
            return null;
        }
        int device = 0, major = 0;
        var isKnown = ((delegate* unmanaged<uint, int>)init)(0) == 0
            && ((delegate* unmanaged<int*, int, int>)get)(&device, index) == 0
            && ((delegate* unmanaged<int*, int, int, int>)attribute)(&major, CapabilityMajor, device) == 0;
        return isKnown ? major : null;
    }
}
