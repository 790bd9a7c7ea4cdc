using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace TrainSdk.Native;

/// <summary>
/// What this processor can compute by itself: asked of the processor and never tried, since a miss may end the process.
/// </summary>
internal static unsafe partial class CpuFeatures
{
    private const int ExtendedFeatures = 7;
    private const int Avx512Bf16 = 1 << 5;
    private const int AmxBf16 = 1 << 22;
    private const string AppleBf16 = "hw.optional.arm.FEAT_BF16";

    /// <summary>Whether there are instructions for products of bfloat16 numbers: AVX512_BF16, AMX-BF16, or Arm's FEAT_BF16.</summary>
    public static bool HasNativeBf16 { get; } = X86Base.IsSupported ? HasX86Bf16() : OperatingSystem.IsMacOS() && HasAppleBf16();

    // Avx512F.IsSupported also says that the system keeps the wide registers when it switches threads.
    private static bool HasX86Bf16()
    {
        if (!Avx512F.IsSupported || X86Base.CpuId(0, 0).Eax < ExtendedFeatures)
        {
            return false;
        }
        var (lastPart, _, _, features) = X86Base.CpuId(ExtendedFeatures, 0);
        return (features & AmxBf16) != 0 || (lastPart >= 1 && (X86Base.CpuId(ExtendedFeatures, 1).Eax & Avx512Bf16) != 0);
    }

    private static bool HasAppleBf16()
    {
        var value = 0;
        nint size = sizeof(int);
        fixed (byte* name = Encoding.UTF8.GetBytes(AppleBf16 + "\0"))
        {
            return SystemControl(name, &value, &size, null, 0) == 0 && value == 1;
        }
    }

    [LibraryImport("libSystem.dylib", EntryPoint = "sysctlbyname")]
    private static partial int SystemControl(byte* name, void* value, nint* size, void* newValue, nint newSize);
}
