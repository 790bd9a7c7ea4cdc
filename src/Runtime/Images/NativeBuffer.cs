using System.Runtime.InteropServices;

namespace TrainSdk.Images;

/// <summary>
/// Memory that grows and is used again, outside of the collector's heap: a thread that decodes beside a training step must not set off a
/// collection.
/// </summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private void* _memory;
    private int _length;

    ~NativeBuffer() => NativeMemory.Free(_memory);

    /// <summary>Where the bytes are.</summary>
    public nint Address => (nint)_memory;

    /// <summary>Room for so many bytes; what it holds is undefined.</summary>
    public Span<byte> Take(int length)
    {
        if (length > _length)
        {
            NativeMemory.Free(_memory);
            _memory = null;
            _length = 0;
            _memory = NativeMemory.Alloc((nuint)length);
            _length = length;
        }
        return new Span<byte>(_memory, length);
    }

    public void Dispose()
    {
        NativeMemory.Free(_memory);
        _memory = null;
        _length = 0;
        GC.SuppressFinalize(this);
    }
}
