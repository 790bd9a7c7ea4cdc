using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TrainSdk.Data.Loading;

/// <summary>
/// Pixels to normalised float32 in one pass over memory, where three passes would wait for it. The same operations in the same order as
/// one by one, so every bit is the same.
/// </summary>
internal static unsafe class ByteEncoder
{
    /// <summary>Whether the processor has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Writes (byte − mean) / scale.</summary>
    /// <param name="bytes">As many as numbers.</param>
    /// <param name="numbers">Where they go.</param>
    /// <param name="mean">Of their channel.</param>
    /// <param name="scale">Of their channel.</param>
    // Compiled well at its first call: a short run would be over before the compiler comes back to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Encode(byte* bytes, Span<float> numbers, float mean, float scale)
    {
        var (means, scales) = (Vector256.Create(mean), Vector256.Create(scale));
        var at = 0;
        fixed (float* target = numbers)
        {
            for (; at <= numbers.Length - Vector256<float>.Count; at += Vector256<float>.Count)
            {
                var pixels = Avx2.ConvertToVector256Int32(bytes + at);
                ((Vector256.ConvertToSingle(pixels) - means) / scales).Store(target + at);
            }
        }
        for (; at < numbers.Length; at++)
        {
            numbers[at] = (bytes[at] - mean) / scale;
        }
    }
}
