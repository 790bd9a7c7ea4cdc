using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Says and records how a run ended.</summary>
internal static class RunEnd
{
    /// <summary>What the run gave, with the model as it is. The test split of a run that can go on is left alone.</summary>
    public static FitResult<TModel> Of<TModel>(
        TModel model, RunSetup setup, IReadOnlyList<EpochSummary> history, StopReason stop, Func<DataSet?, Evaluation> evaluate)
    {
        var isInterrupted = stop is StopReason.Canceled or StopReason.TimeLimit;
        return new FitResult<TModel>
        {
            Model = model,
            BestEpoch = null,
            History = history,
            StopReason = stop,
            Validation = setup.Data.Validation is { } validation ? evaluate(validation) : null,
            Test = setup.Data.Test is { } test && !isInterrupted ? evaluate(test) : null,
            RunFolder = setup.Folder,
        };
    }

    /// <summary>The same, with <c>result.json</c> and the confusion matrix written; nothing is without a run folder.</summary>
    /// <exception cref="TrainException">They cannot be written.</exception>
    public static FitResult<TModel> Written<TModel>(FitResult<TModel> result, long steps)
        where TModel : nn.Module, ITrainedModel
    {
        if (result.RunFolder is not { } folder)
        {
            return result;
        }
        RunRecordFile.Write(folder, new RunResult
        {
            StopReason = result.StopReason.ToString(),
            Finished = DateTimeOffset.UtcNow,
            Epochs = result.History.Count,
            Steps = steps,
            BestEpoch = result.BestEpoch,
            Validation = RecordedEvaluation.Of(result.Validation),
            Test = RecordedEvaluation.Of(result.Test),
            Divergence = result.Divergence?.ToString(),
        });
        ConfusionFile.Write(
            folder, result.Model.Card!.ClassNames, ("validation", result.Validation), ("test", result.Test));
        return result;
    }
}
