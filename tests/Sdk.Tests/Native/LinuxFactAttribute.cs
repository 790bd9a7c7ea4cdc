using System.Runtime.InteropServices;

namespace TrainSdk.Sdk.Tests.Native;

/// <summary>A fact about what the build does for linux-x64 alone.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
        => Skip = RuntimeInformation.RuntimeIdentifier == "linux-x64" ? null : "the repaired library and the links belong to linux-x64";
}
