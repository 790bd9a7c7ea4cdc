using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>A garbage collection that a worker sets off may finalize what an operator of the training thread still reads.</summary>
public sealed class WorkerAllocationTests : IDisposable
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    public void Dispose() => LoaderWorkers.Use(LoaderWorkers.Default);

    [Fact]
    public void WorkersAllocateNextToNothing()
    {
        LoaderWorkers.Use(2);
        var source = new AllocationSource(count: 4_000);
        var data = new DataSet(source, torch.arange(source.Count, dtype: ScalarType.Int64).remainder(3), classNames: null);
        using var loader = BatchLoader.Shuffled(data, InputEncoding.None(1), 4, seed: 1, Cpu);
        loader.Augment(new Flip());
        foreach (var batch in loader.Epoch(0))
        {
        }
        Assert.InRange(source.MostReads, 500, source.Count);
        Assert.InRange(source.MostBytes, 0, 8 * source.MostReads);
    }

    [Fact]
    public void BatchesOfSeveralInputsShareTheirList()
    {
        using var scope = torch.NewDisposeScope();
        var data = new DataSet([torch.rand(9, 2), torch.rand(9, 3)], torch.zeros(9, dtype: ScalarType.Int64));
        using var loader = BatchLoader.InOrder(data, InputEncoding.None(2) with { Further = [InputEncoding.None(3)] }, 3, Cpu);
        IReadOnlyList<Tensor>? first = null;
        foreach (var batch in loader)
        {
            Assert.Same(first ??= batch.Inputs, batch.Inputs);
        }
    }
}
