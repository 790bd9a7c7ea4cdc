using System.Reflection;

namespace TrainSdk.CommandLine;

/// <summary>Versions of what the app is made of, known without loading torch.</summary>
internal static class Versions
{
    /// <summary>Of an assembly, as it was built, without the commit.</summary>
    public static string Of(Assembly? assembly) =>
        (assembly?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly?.GetName().Version?.ToString()
            ?? "unknown").Split('+')[0];

    /// <summary>Of TrainSdk.</summary>
    public static string TrainSdk { get; } = Of(typeof(Versions).Assembly);

    /// <summary>Of TorchSharp's managed part.</summary>
    public static string TorchSharp { get; } = Of(typeof(global::TorchSharp.torch).Assembly);
}
