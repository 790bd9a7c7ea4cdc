using System.Diagnostics;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Trials;

/// <summary>
/// How fast steps are with numbers of threads and workers. Both are of the process, and stay as the last measurement had them.
/// </summary>
internal sealed class StepProfile<TModel, TSettings>(
    ModelDescription<TModel, TSettings> description, TSettings settings, DataSplits data, Device device, TimeSpan time)
    where TModel : nn.Module, ITrainedModel
    where TSettings : class, new()
{
    // The first steps set up kernels, and fill the queue of batches.
    private const int WarmUp = 5;
    private const int Fewest = 10;

    /// <summary>Measures.</summary>
    /// <param name="threads">Threads within one operation on the CPU.</param>
    /// <param name="workers">Threads that read samples beside the training step.</param>
    /// <param name="cancel">Ends it after the present step.</param>
    public ProfileRow Measure(int threads, int workers, CancellationToken cancel)
    {
        torch.set_num_threads(threads);
        LoaderWorkers.Use(workers);
        var lr = description.BaseLr(settings);
        using var trial = new TrialSteps<TModel, TSettings>(description, settings, data, device);
        for (var step = 0; step < WarmUp && !cancel.IsCancellationRequested; step++)
        {
            trial.Take(lr);
        }
        var (samples, steps, times, watch) = (0L, 0, default(StepTimes), Stopwatch.StartNew());
        while ((watch.Elapsed < time || steps < Fewest) && !cancel.IsCancellationRequested)
        {
            trial.Take(lr);
            samples += trial.Count;
            times += trial.Times;
            steps++;
        }
        return new ProfileRow(threads, workers, samples / watch.Elapsed.TotalSeconds, steps, times);
    }
}
