namespace TrainSdk.Runtime.Tests.Native.Exports;

/// <summary>A test that needs a platform's native packages and is skipped, with the reason, where they were not restored.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlatformFactAttribute : FactAttribute
{
    public PlatformFactAttribute(string platform) => Skip = NativePackages.Missing(platform);
}
