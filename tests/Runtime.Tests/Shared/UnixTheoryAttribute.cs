namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>A theory of systems where an open file can be deleted.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows keeps files that are open" : null;
}
