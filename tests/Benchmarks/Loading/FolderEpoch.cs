using System.Diagnostics;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Loading;

/// <summary>Walks over the batches of a data set, and does nothing with them.</summary>
internal sealed class FolderEpoch : IDisposable
{
    private readonly BatchLoader _loader;
    private int _epoch;

    public FolderEpoch(DataSet data, int batchSize) => _loader = BatchLoader.Shuffled(
        data, InputEncoding.Measure(data), batchSize, seed: 1, new Placement(torch.CPU, ScalarType.Float32));

    /// <returns>Milliseconds per batch.</returns>
    public double Run()
    {
        var clock = Stopwatch.StartNew();
        var batches = 0;
        foreach (var batch in _loader.Epoch(_epoch++))
        {
            batches++;
        }
        return clock.Elapsed.TotalMilliseconds / batches;
    }

    public void Dispose() => _loader.Dispose();
}
