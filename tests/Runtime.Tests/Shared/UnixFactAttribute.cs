namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>A fact of systems where an open file can be deleted.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows keeps files that are open" : null;
}
