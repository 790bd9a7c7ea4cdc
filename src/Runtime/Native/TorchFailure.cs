using System.Runtime.InteropServices;

namespace TrainSdk.Native;

/// <summary>Recognises exceptions that come from torch's native side.</summary>
internal static class TorchFailure
{
    // What libtorch's allocators say on Linux, on Windows and on a GPU, and the GPU's libraries.
    private static readonly string[] NoMemory =
        ["can't allocate memory", "not enough memory", "out of memory", "CUBLAS_STATUS_ALLOC_FAILED", "CUDNN_STATUS_ALLOC_FAILED"];

    /// <summary>Whether a native library was not found or did not load.</summary>
    public static bool IsLoading(Exception error) => Chain(error).Any(static cause =>
        cause is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException
        || cause is TypeInitializationException { TypeName: "TorchSharp.torch" }
        || (cause is NotSupportedException && cause.Source == nameof(TorchSharp)));

    /// <summary>What libtorch complains of, without its C++ stack; null where the error does not come from it.</summary>
    public static string? Complaint(Exception error) => Chain(error).OfType<ExternalException>().FirstOrDefault() is { } native
        ? native.Message.Split('\n')[0].Trim()
        : null;

    /// <summary>Whether memory did not suffice, on the host or on a GPU.</summary>
    public static bool IsOutOfMemory(Exception error) => Chain(error).Any(static cause => cause is OutOfMemoryException
        || (cause is ExternalException && NoMemory.Any(words => cause.Message.Contains(words, StringComparison.OrdinalIgnoreCase))));

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
