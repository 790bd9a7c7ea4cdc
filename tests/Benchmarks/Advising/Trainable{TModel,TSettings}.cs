using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Training;
using TrainSdk.Trials;
using static TorchSharp.torch;
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

    public double? SuggestLr(DataSplits data, IReadOnlyDictionary<string, string> settings)
    {
        using var trial = new TrialSteps<TModel, TSettings>(description, With(settings), data, CPU);
        var range = new LrRange();
        for (var step = 0; step < LrRange.DefaultSteps && !range.IsOver; step++)
        {
            var lr = LrRange.LrAt(step, LrRange.DefaultSteps, LrRange.LeastLr, LrRange.MostLr);
            range.Add(lr, trial.Take(lr));
        }
        return range.Suggestion();
    }

    private TSettings With(IReadOnlyDictionary<string, string> settings) => settings.Aggregate(
        new TSettings(), (values, one) => description.Settings.With(values, one.Key, one.Value, one.Key));
}
