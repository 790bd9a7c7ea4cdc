using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Settings;
using TrainSdk.Trials;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>check summary</c>: the layers of the model, their shapes, parameters, multiply-adds and memory.</summary>
internal sealed class SummaryCheck<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICheck<TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    // Some layers do not take a batch of one.
    private const int Samples = 2;

    public string Name => "summary";

    public string Help => "lists the layers with shapes, parameters, multiply-adds and memory";

    public IReadOnlyList<OptionSpec> Options => [];

    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var data = OwnData.Load(app, effective.Values, DataOptions.Of(arguments));
        var batchSize = app.Description.Settings.Whole(effective.Values, "BatchSize");
        using var model = app.Description.Build(effective.Values);
        using var scope = torch.NewDisposeScope();
        using var batches = BatchLoader.InOrder(data.Train, data.Encoding, Samples, Placement.Of(model));
        foreach (var batch in batches)
        {
            SummaryLines.Write(app.Surroundings.Output, ModelSummary.Of(model, batch.Inputs), batchSize);
            break;
        }
        return ExitCode.Done;
    }
}
