using System.Diagnostics;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;

namespace TrainSdk.Trials;

/// <summary>How fast steps are.</summary>
/// <param name="SamplesPerSecond">Training samples per second.</param>
/// <param name="Steps">Steps that were measured.</param>
/// <param name="Times">What their time went into.</param>
internal readonly record struct StepPace(double SamplesPerSecond, int Steps, StepTimes Times)
{
    // The first steps set up kernels, and fill the queue of batches.
    private const int WarmUp = 5;
    private const int Fewest = 10;

    /// <summary>Measures.</summary>
    /// <param name="trial">Takes the steps.</param>
    /// <param name="lr">Their learning rate.</param>
    /// <param name="time">For how long; some steps are taken in any case.</param>
    /// <param name="cancel">Ends it after the present step.</param>
    public static StepPace Of<TModel, TSettings>(
        TrialSteps<TModel, TSettings> trial, double lr, TimeSpan time, CancellationToken cancel)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
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
        return new(samples / watch.Elapsed.TotalSeconds, steps, times);
    }
}
