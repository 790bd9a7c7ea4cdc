using System.Runtime.InteropServices;
using TrainSdk.Native;
using TrainSdk.Runtime.Tests.Native.Exports;

namespace TrainSdk.Runtime.Tests.Native;

/// <summary>Every function that is looked up by name, in the export tables of each platform's packages.</summary>
public sealed class ExportTableTests
{
    [PlatformFact("linux-x64")]
    public void LinuxExportsEveryFunction() => AssertExported("linux-x64", "lib{0}.so", AutocastNames.Itanium, static path => With(path, ElfExports.Read));

    [PlatformFact("osx-arm64")]
    public void MacExportsEveryFunction() => AssertExported("osx-arm64", "lib{0}.dylib", AutocastNames.Itanium, static path => With(path, MachOExports.Read));

    [PlatformFact("win-x64")]
    public void WindowsExportsEveryFunction() => AssertExported("win-x64", "{0}.dll", AutocastNames.Msvc, PeExports.Read);

    // The reader of this platform's format against the system's own: names from everywhere in the table are found by both.
    [Fact]
    public void TheReaderAgreesWithTheSystemsLoader()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        var path = NativeCheck.Run().Single(static file => file.Name == "libc10.so").Path!;
        var library = NativeLibrary.Load(path);
        var names = With(path, ElfExports.Read);
        Assert.InRange(names.Count, 500, 10_000);
        Assert.All(names, name => Assert.True(NativeLibrary.TryGetExport(library, name, out _), name));
    }

    private static void AssertExported(string platform, string file, AutocastNames autocast, Func<string, HashSet<string>> read)
    {
        var libtorch = new[] { "torch_cpu", "c10" }
            .SelectMany(name => read(Path.Combine(NativePackages.LibTorch(platform), string.Format(file, name))))
            .ToHashSet();
        Assert.Empty(ExportNames.StableAbi.Concat(autocast.All).Except(libtorch));
        Assert.DoesNotContain("torch_no_such_function", libtorch);

        var torchSharp = read(Path.Combine(NativePackages.TorchSharp(platform), string.Format(file, NativeFolders.TorchSharpLibrary)));
        Assert.Empty(ExportNames.TorchSharp.Except(torchSharp));
    }

    private static HashSet<string> With(string path, Func<BinaryFile, HashSet<string>> read)
    {
        using var file = new BinaryFile(path);
        return read(file);
    }
}
