using System.Runtime.InteropServices;
using TrainSdk.Native;

namespace TrainSdk.Runtime.Tests.Native;

public sealed class HostCopyTests
{
    // Every alignment of both sides, and lengths around the pieces: all bytes arrive, and none beside them changes.
    [Fact]
    public unsafe void EveryByteArrivesAndNoOtherChanges()
    {
        const int Room = 2048;
        var from = new byte[Room];
        var to = (byte*)NativeMemory.AlignedAlloc(Room, 64);
        new Random(1).NextBytes(from);
        fixed (byte* source = from)
        {
            foreach (var length in (int[])[0, 1, 63, 64, 65, 255, 256, 257, 511, 512, 1000])
            {
                for (var shift = 0; shift < 64; shift += 3)
                {
                    new Span<byte>(to, Room).Fill(0xAA);
                    HostCopy.Run((nint)(source + 7), (nint)(to + 64 + shift), length);
                    var target = new ReadOnlySpan<byte>(to, Room);
                    Assert.True(target.Slice(64 + shift, length).SequenceEqual(from.AsSpan(7, length)), $"{length} bytes at {shift}");
                    Assert.Equal(-1, target[..(64 + shift)].IndexOfAnyExcept((byte)0xAA));
                    Assert.Equal(-1, target[(64 + shift + length)..].IndexOfAnyExcept((byte)0xAA));
                }
            }
        }
        NativeMemory.AlignedFree(to);
    }
}
