using TrainSdk.Checkpoints;
using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Trials;

/// <summary>Runs a command of a model's app, and keeps what it says.</summary>
internal sealed class TriedApp<TModel, TSettings>(ModelDescription<TModel, TSettings> description, DataSplits data)
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    /// <summary>Told of what runs record.</summary>
    public IReadOnlyList<IRunSink> Sinks { get; init; } = [];

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public int Run(params string[] args) => TrainCommandLine.Run(
        [.. args, "--threads", "1"],
        new TrainedApp<TModel, TSettings>(description, _ => data, new Surroundings(_output, _error, new Dictionary<string, string>()))
        {
            Sinks = Sinks,
        });
}
