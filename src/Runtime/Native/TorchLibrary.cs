using System.Runtime.InteropServices;
using TorchSharp;

namespace TrainSdk.Native;

/// <summary>
/// The libtorch that TorchSharp has already loaded, for calls beyond TorchSharp. Loading by name could map a second libtorch with a state
/// of its own, so the library is looked up among those of the process.
/// </summary>
internal sealed class TorchLibrary
{
    private static readonly string[] Parts = ["torch_cpu", "c10", NativeFolders.TorchSharpLibrary];

    private readonly nint[] _handles;

    private TorchLibrary(nint[] handles) => _handles = handles;

    /// <summary>The library of this process; null with <see cref="Problem"/> where it is not found once.</summary>
    public static TorchLibrary? Instance { get; } = Find();

    /// <summary>Why there is no <see cref="Instance"/>, in one line; null where there is one.</summary>
    public static string? Problem { get; private set; }

    /// <summary>The address of an exported function.</summary>
    /// <returns>Whether it is exported.</returns>
    public bool TryExport(string name, out nint address)
    {
        foreach (var handle in _handles)
        {
            if (NativeLibrary.TryGetExport(handle, name, out address))
            {
                return true;
            }
        }
        address = 0;
        return false;
    }

    private static TorchLibrary? Find()
    {
        torch.get_num_threads();
        var loaded = LoadedLibraries.Paths();
        var handles = new List<nint>();
        foreach (var name in Parts.Select(NativeFolders.FileName))
        {
            string[] paths = [.. loaded.Where(path => Path.GetFileName(path).Equals(name, StringComparison.OrdinalIgnoreCase)).Distinct()];
            if (paths.Length != 1)
            {
                Problem = paths.Length == 0
                    ? $"{name} is not loaded"
                    : $"{name} is loaded {paths.Length} times: {string.Join(", ", paths)}";
                return null;
            }
            handles.Add(NativeLibrary.Load(paths[0]));
        }
        return new TorchLibrary([.. handles]);
    }
}
