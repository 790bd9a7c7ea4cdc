using System.Diagnostics;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TrainSdk.Benchmarks.Loading;

/// <summary>The same batches with TorchSharp's own data set and loader, normalised in the loop as its users do.</summary>
internal sealed class TorchSharpEpoch(DataSet data, int batchSize)
{
    private readonly InputEncoding _encoding = InputEncoding.Measure(data);

    /// <returns>Milliseconds per batch.</returns>
    public double Run()
    {
        using var samples = new TensorDataset(data.Inputs, data.Targets);
        using var loader = new DataLoader<IList<Tensor>, IList<Tensor>>(samples, batchSize, Collate, shuffler: true, device: torch.CPU);
        var clock = Stopwatch.StartNew();
        var batches = 0;
        foreach (var batch in loader)
        {
            using var scope = torch.NewDisposeScope();
            var input = batch[0].to(ScalarType.Float32).sub(_encoding.Mean[0]).div(_encoding.Scale[0]);
            batches++;
            foreach (var tensor in batch)
            {
                tensor.Dispose();
            }
        }
        return clock.Elapsed.TotalMilliseconds / batches;
    }

    private static IList<Tensor> Collate(IEnumerable<IList<Tensor>> samples, Device device)
    {
        IList<Tensor>[] rows = [.. samples];
        return [stack([.. rows.Select(static row => row[0])]), stack([.. rows.Select(static row => row[1])])];
    }
}
