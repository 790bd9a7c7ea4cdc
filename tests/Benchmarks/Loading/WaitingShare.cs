using System.Diagnostics;
using TorchSharp;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Data;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Loading;

/// <summary>Trains the CNN on read pictures and measures how long each step waits for its batch.</summary>
internal static class WaitingShare
{
    /// <summary>The share of an epoch's time, after its first batch, in which the training thread waits for data.</summary>
    public static double Measure(DataSet data, int batchSize)
    {
        using var model = new Cnn();
        var parameters = TrainableParameters.Of(model);
        var gradients = new Gradients(parameters);
        using var optimizer = new AdamW(parameters);
        using var loader = BatchLoader.Shuffled(data, InputEncoding.Measure(data), batchSize, seed: 1, Placement.Of(model));
        var batches = loader.Epoch(0).GetEnumerator();
        try
        {
            batches.MoveNext();
            var (waiting, whole) = (new Stopwatch(), Stopwatch.StartNew());
            bool isMore;
            do
            {
                using var scope = torch.NewDisposeScope();
                nn.functional.cross_entropy(model.call(batches.Current.Input), batches.Current.Target).backward();
                optimizer.Step(skipIf: gradients.Norm().IsNotFinite);
                gradients.Clear();
                waiting.Start();
                isMore = batches.MoveNext();
                waiting.Stop();
            }
            while (isMore);
            return waiting.Elapsed / whole.Elapsed;
        }
        finally
        {
            batches.Dispose();
        }
    }
}
