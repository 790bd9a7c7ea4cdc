using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Memory;

/// <summary>A run that looks at the process ten times, at the ends of epochs.</summary>
internal sealed class MemoryRun : IProgress<EpochSummary>
{
    private const int Points = 10;

    private readonly List<MemoryPoint> _points = [];
    private readonly long _every;

    private MemoryRun(long steps) => _every = steps / Points;

    public IReadOnlyList<MemoryPoint> Seen => _points;

    /// <summary>Share of the training time in which the garbage collector held the process.</summary>
    public double CollectorShare { get; private set; }

    /// <summary>Trains for <paramref name="steps"/> steps, a multiple of ten epochs.</summary>
    public static MemoryRun Of<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, TSettings settings, DataSet data, long steps)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        GC.Collect();
        var run = new MemoryRun(steps);
        var paused = GC.GetTotalPauseDuration();
        var options = new RunOptions { Device = "cpu", Threads = get_num_threads(), WriteRunFolder = false, Progress = run };
        var result = description.Train(new DataSplits(data), settings, options, CancellationToken.None);
        run.CollectorShare = (GC.GetTotalPauseDuration() - paused).TotalSeconds / result.History.Sum(static epoch => epoch.Seconds);
        result.Model.Dispose();
        return run;
    }

    void IProgress<EpochSummary>.Report(EpochSummary epoch)
    {
        if (epoch.Step % _every == 0)
        {
            _points.Add(new MemoryPoint(epoch.Step, ResidentMemory.Megabytes(), ResidentMemory.ManagedMegabytes(), Tensor.TotalCount));
        }
    }
}
