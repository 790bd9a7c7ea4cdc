namespace TrainSdk.Tasks.Tests.Support;

/// <summary>A fact about hard links, which the build makes on Linux and macOS alone.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "builds on Windows copy, they make no hard links" : null;
}
