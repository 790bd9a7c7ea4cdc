using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>What the commands of one app share.</summary>
/// <param name="Description">The model class.</param>
/// <param name="Load">The app's own data.</param>
/// <param name="Surroundings">The process around it.</param>
internal sealed record TrainedApp<TModel, TSettings>(
    ModelDescription<TModel, TSettings> Description, Func<TSettings, DataSplits> Load, Surroundings Surroundings)
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    /// <summary>Told of all that a run records, beside the display.</summary>
    public IReadOnlyList<IRunSink> Sinks { get; init; } = [];
}
