using System.Diagnostics;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Training;

public sealed class EnduranceTests : IDisposable
{
    private const int StepsPerEpoch = 98;

    // By then the compiler's tiers and the allocators have settled. It is the end of an epoch: no samples are being gathered ahead.
    private const int Settled = 52 * StepsPerEpoch;
    private const int Steps = Settled + (103 * StepsPerEpoch);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TenThousandStepsHoldNoMoreTensorsAndNoMoreMemory()
    {
        using var model = new SmallNet();
        var data = Samples.Blobs(1600).Split(0, validation: 0.02, test: 0);
        var settings = new SmallSettings { Lr = 1e-3, BatchSize = 16, Epochs = Steps / StepsPerEpoch };
        var seen = new List<(long Step, long Tensors, long Bytes)>();
        void OnStep(long step)
        {
            if (step is Settled or Steps)
            {
                seen.Add((step, LiveTensors.Count(), BytesInUse()));
            }
        }

        SmallLoop.Fit(model, data, settings, new RunOptions { RunDirectory = _folder.File("run") }, onStep: OnStep);

        Assert.Equal([Settled, Steps], seen.Select(static at => at.Step));
        Assert.Equal(seen[0].Tensors, seen[1].Tensors);
        Assert.True(seen[1].Bytes < seen[0].Bytes * 1.02, $"resident memory grew from {seen[0].Bytes} to {seen[1].Bytes} bytes");
    }

    public void Dispose() => _folder.Dispose();

    // The resident memory, with the managed objects that live in place of the room that the collector keeps for new ones.
    private static long BytesInUse()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 - GC.GetGCMemoryInfo().TotalCommittedBytes + GC.GetTotalMemory(forceFullCollection: true);
    }
}
