using System.Reflection;

namespace TrainSdk.Runtime.Tests.Native.Exports;

/// <summary>The NuGet packages that bring torch's native libraries, where they were restored.</summary>
internal static class NativePackages
{
    private static readonly Dictionary<string, string?> Facts = typeof(NativePackages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(static fact => fact.Key, static fact => fact.Value);

    /// <summary>Why a platform's libraries cannot be looked at, with the cure; null where they can.</summary>
    public static string? Missing(string platform) => Directory.Exists(LibTorch(platform))
        ? null
        : $"libtorch-cpu-{platform} {Facts["LibTorchVersion"]} is not in the NuGet folder; build and test with TrainAllPlatforms=true";

    /// <summary>The folder of libtorch's libraries for a platform.</summary>
    public static string LibTorch(string platform) => Folder($"libtorch-cpu-{platform}", Facts["LibTorchVersion"]!, platform);

    /// <summary>The folder of TorchSharp's own library for a platform.</summary>
    public static string TorchSharp(string platform) => Folder("torchsharp", Facts["TorchSharpVersion"]!, platform);

    private static string Folder(string package, string version, string platform) =>
        Path.Combine(Facts["NuGetPackageRoot"]!, package, version, "runtimes", platform, "native");
}
