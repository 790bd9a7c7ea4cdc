using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>Trains a class by what the generator knows of it.</summary>
internal sealed class Trainable<TModel, TSettings>(ModelDescription<TModel, TSettings> description) : ITrainable
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    public RunHistory Train(DataSplits data, IReadOnlyDictionary<string, string> settings, RunOptions options)
    {
        var result = description.Train(data, With(settings), options, CancellationToken.None);
        result.Model.Dispose();
        return RunHistory.Read(result.RunFolder!);
    }

    private TSettings With(IReadOnlyDictionary<string, string> settings) => settings.Aggregate(
        new TSettings(), (values, one) => description.Settings.With(values, one.Key, one.Value, one.Key));
}
