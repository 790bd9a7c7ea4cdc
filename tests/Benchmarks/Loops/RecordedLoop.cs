using System.Diagnostics;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>The loop that the generator wrote, with everything that it records in a run folder.</summary>
internal sealed class RecordedLoop<TModel, TSettings>(ModelDescription<TModel, TSettings> description, TSettings settings, DataSplits data)
    where TModel : nn.Module, ITrainedModel
    where TSettings : class, new()
{
    /// <summary>
    /// Milliseconds per batch of all epochs but the first, what epochs write at their ends included. Checkpoints are not: they are no
    /// records.
    /// </summary>
    public double Run()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var ends = new EpochEnds();
        try
        {
            var options = new RunOptions { Device = "cpu", Threads = get_num_threads(), RunDirectory = folder, Progress = ends };
            var result = description.Train(data, settings, options, CancellationToken.None);
            result.Model.Dispose();
            var (epochs, checkpoints) = (result.History.Count - 1, result.History.Skip(1).Sum(static epoch => epoch.Times.Checkpoint));
            return (ends.Milliseconds - (checkpoints * 1000)) / epochs / Recipe.Batches(data.Train.Count);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private sealed class EpochEnds : IProgress<EpochSummary>
    {
        private long? _first;
        private long _last;

        /// <summary>From the end of the first epoch to that of the last.</summary>
        public double Milliseconds => Stopwatch.GetElapsedTime(_first!.Value, _last).TotalMilliseconds;

        public void Report(EpochSummary value)
        {
            _last = Stopwatch.GetTimestamp();
            _first ??= _last;
        }
    }
}
