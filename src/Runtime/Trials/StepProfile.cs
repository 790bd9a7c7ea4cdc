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
    /// <summary>Measures.</summary>
    /// <param name="threads">Threads within one operation on the CPU.</param>
    /// <param name="workers">Threads that read samples beside the training step.</param>
    /// <param name="cancel">Ends it after the present step.</param>
    public ProfileRow Measure(int threads, int workers, CancellationToken cancel)
    {
        torch.set_num_threads(threads);
        LoaderWorkers.Use(workers);
        using var trial = new TrialSteps<TModel, TSettings>(description, settings, data, device);
        var pace = StepPace.Of(trial, description.BaseLr(settings), time, cancel);
        return new ProfileRow(threads, workers, pace.SamplesPerSecond, pace.Steps, pace.Times);
    }
}
