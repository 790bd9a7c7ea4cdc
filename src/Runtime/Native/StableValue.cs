using System.Runtime.InteropServices;

namespace TrainSdk.Native;

/// <summary>Arguments and results of an operator as the 64-bit values of the stable C interface.</summary>
internal static unsafe class StableValue
{
    /// <summary>An optional argument that is left out.</summary>
    public const ulong None = 0;

    /// <summary>A <c>float</c> of an operator's signature, which is a double.</summary>
    public static ulong Of(double number) => BitConverter.DoubleToUInt64Bits(number);

    /// <summary>An <c>int</c> of an operator's signature, which has 64 bits.</summary>
    public static ulong Of(long number) => (ulong)number;

    /// <summary>A <c>bool</c>.</summary>
    public static ulong Of(bool truth) => truth ? 1UL : 0UL;

    /// <summary>A handle or a list; the operator takes it over.</summary>
    public static ulong Of(nint handle) => (ulong)handle;

    /// <summary>
    /// An optional argument that is given. It travels in a cell that libtorch frees with <c>operator delete</c>, which on all three
    /// platforms is the C library's <c>free</c>.
    /// </summary>
    public static ulong Some(ulong value)
    {
        var cell = (ulong*)NativeMemory.Alloc(sizeof(ulong));
        *cell = value;
        return (ulong)cell;
    }

    /// <summary>A result that is a handle; it belongs to the caller.</summary>
    public static nint ToHandle(ulong value) => (nint)value;
}
