using System.Diagnostics;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Loading;

/// <summary>The same batches with TorchSharp's own data set and loader, over inputs that were normalised once.</summary>
internal sealed class TorchSharpEpoch(DataSet data, int batchSize)
{
    /// <returns>Milliseconds per batch.</returns>
    public double Run()
    {
        using var scope = NewDisposeScope();
        using var encoder = new InputEncoder(InputEncoding.Measure(data), new Placement(CPU, ScalarType.Float32));
        var samples = utils.data.TensorDataset(encoder.Encode(data.Inputs), data.Targets.alias());
        using var loader = utils.data.DataLoader(samples, batchSize, shuffle: true);
        var clock = Stopwatch.StartNew();
        var batches = 0;
        foreach (var batch in loader)
        {
            using var batchScope = NewDisposeScope();
            batches++;
            foreach (var tensor in batch)
            {
                tensor.Dispose();
            }
        }
        return clock.Elapsed.TotalMilliseconds / batches;
    }
}
