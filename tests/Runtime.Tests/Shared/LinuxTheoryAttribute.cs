namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>A theory of systems with the <c>script</c> of util-linux, which gives a process a terminal.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script")
        ? null
        : "needs 'script' of util-linux";
}
