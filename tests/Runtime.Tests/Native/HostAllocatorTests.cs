using TrainSdk.Native;

namespace TrainSdk.Runtime.Tests.Native;

public sealed class HostAllocatorTests
{
    [Fact]
    public void TheThresholdsAreTakenOnLinuxAndLeftAloneElsewhere() =>
        Assert.Equal(OperatingSystem.IsLinux(), HostAllocator.KeepFreedMemory());
}
