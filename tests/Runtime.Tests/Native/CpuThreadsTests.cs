using TrainSdk.Native;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Native;

public sealed class CpuThreadsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ThreadsOfOneCoreCountOnce()
    {
        Describe("cpu0", "0-1\n");
        Describe("cpu1", "0-1\n");
        Directory.CreateDirectory(_folder.File("cpufreq"));

        Assert.Equal(1, CpuThreads.PhysicalCores(_folder.Path));
    }

    [Fact]
    public void NoMoreThanTheProcessMayUse()
    {
        foreach (var cpu in Enumerable.Range(0, Environment.ProcessorCount + 3))
        {
            Describe($"cpu{cpu}", $"{cpu}\n");
        }

        Assert.Equal(Environment.ProcessorCount, CpuThreads.PhysicalCores(_folder.Path));
    }

    [Fact]
    public void UnknownWhereTheSystemDoesNotTell()
    {
        Assert.Null(CpuThreads.PhysicalCores(_folder.File("absent")));
        Assert.Null(CpuThreads.PhysicalCores(_folder.Path));
    }

    [Fact]
    public void WhatIsAskedForWins() => Assert.Equal(7, CpuThreads.Choose(7));

    private void Describe(string cpu, string siblings)
    {
        var topology = Directory.CreateDirectory(_folder.File(Path.Combine(cpu, "topology")));
        File.WriteAllText(Path.Combine(topology.FullName, "thread_siblings_list"), siblings);
    }
}
