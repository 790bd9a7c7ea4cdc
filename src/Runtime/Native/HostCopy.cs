using System.Runtime.Intrinsics;

namespace TrainSdk.Native;

/// <summary>
/// Copies large blocks of memory past the processor's cache: what is written is not needed soon, and need not be read before. On the
/// machine of docs/performance.md that takes two thirds of the time of <c>memcpy</c>, and leaves the cache to the training.
/// </summary>
internal static class HostCopy
{
    private const int Alignment = 64;
    private const int AtOnce = 4 * Alignment;

    /// <summary>Copies bytes between blocks that do not overlap.</summary>
    public static unsafe void Run(nint from, nint to, long length)
    {
        var head = Math.Min(length, (Alignment - (to % Alignment)) % Alignment);
        Buffer.MemoryCopy((void*)from, (void*)to, head, head);
        var source = (byte*)from + head;
        var target = (byte*)to + head;
        var middle = (length - head) / AtOnce * AtOnce;
        for (var at = 0L; at < middle; at += AtOnce)
        {
            var first = Vector512.Load(source + at);
            var second = Vector512.Load(source + at + Alignment);
            var third = Vector512.Load(source + at + (2 * Alignment));
            var fourth = Vector512.Load(source + at + (3 * Alignment));
            first.StoreAlignedNonTemporal(target + at);
            second.StoreAlignedNonTemporal(target + at + Alignment);
            third.StoreAlignedNonTemporal(target + at + (2 * Alignment));
            fourth.StoreAlignedNonTemporal(target + at + (3 * Alignment));
        }
        var tail = length - head - middle;
        Buffer.MemoryCopy(source + middle, target + middle, tail, tail);

        // Such stores reach other threads in any order until a barrier.
        Thread.MemoryBarrier();
    }
}
