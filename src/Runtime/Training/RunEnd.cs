using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Reports;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Says and records how a run ended.</summary>
internal static class RunEnd
{
    /// <summary>
    /// What the run gave, with the model as it is; single samples stand in <c>samples.csv</c>. The test split of a run that can go on is
    /// left alone.
    /// </summary>
    public static FitResult<TModel> Of<TModel>(
        TModel model, RunSetup setup, IReadOnlyList<EpochSummary> history, StopReason stop, Func<DataSet?, Evaluation> evaluate)
        where TModel : nn.Module, ITrainedModel
    {
        var isInterrupted = stop is StopReason.Canceled or StopReason.TimeLimit;
        if (IsDone(stop))
        {
            SampleLosses.Write(setup, model, model.Card!);
        }
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

    /// <summary>
    /// The same, with the end in the recorder's files, <c>result.json</c>, the confusion matrix and the report written; nothing is without
    /// a folder.
    /// </summary>
    /// <exception cref="TrainException">One of the first three cannot be written.</exception>
    public static FitResult<TModel> Written<TModel>(FitResult<TModel> result, RunSetup setup, Recorder recorder, LiveReport report)
        where TModel : nn.Module, ITrainedModel
    {
        recorder.Files?.WriteEnd(IsDone(result.StopReason));
        if (result.RunFolder is not { } folder)
        {
            return result;
        }
        RunRecordFile.Write(folder, new RunResult
        {
            StopReason = result.StopReason.ToString(),
            Finished = DateTimeOffset.UtcNow,
            Epochs = result.History.Count,
            Steps = recorder.Steps,
            BestEpoch = result.BestEpoch,
            Validation = RecordedEvaluation.Of(result.Validation),
            Test = RecordedEvaluation.Of(result.Test),
            Divergence = result.Divergence?.ToString(),
        });
        ConfusionFile.Write(
            folder, result.Model.Card!.ClassNames, ("validation", result.Validation), ("test", result.Test));
        if (IsDone(result.StopReason))
        {
            SpikeSamples.Record(setup, folder, result.History.Count);
        }
        report.End();
        return result;
    }

    /// <summary>The same, after every sink was told of it.</summary>
    public static FitResult<TModel> Told<TModel>(FitResult<TModel> result, Recorder recorder)
    {
        recorder.Flush();
        recorder.Sinks.End(new RunOutcome
        {
            StopReason = result.StopReason.ToString(),
            IsDone = IsDone(result.StopReason),
            Steps = recorder.Steps,
            BestEpoch = result.BestEpoch,
            Validation = result.Validation,
            Test = result.Test,
        });
        return result;
    }

    // A run that broke down or can be resumed is not.
    private static bool IsDone(StopReason stop) => stop is not (StopReason.Diverged or StopReason.Canceled or StopReason.TimeLimit);
}
