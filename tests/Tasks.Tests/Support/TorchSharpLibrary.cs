using System.Reflection;

namespace TrainSdk.Tasks.Tests.Support;

/// <summary>TorchSharp's Linux library as its package ships it.</summary>
public static class TorchSharpLibrary
{
    public const string NewVersion = "GLIBCXX_3.4.32";

    public static string File { get; } = Path.Combine(Package(), "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    public static byte[] Bytes() => System.IO.File.ReadAllBytes(File);

    private static string Package() => typeof(TorchSharpLibrary).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "TorchSharpPackage").Value!;
}
