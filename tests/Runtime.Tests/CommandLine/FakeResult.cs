using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary>Results of runs that never ran.</summary>
internal static class FakeResult
{
    public static FitResult<SmallNet> Of(StopReason stop, Evaluation? validation, Evaluation? test, params EpochSummary[] history) => new()
    {
        Model = new SmallNet(),
        BestEpoch = history.Length > 0 ? 0 : null,
        History = history,
        StopReason = stop,
        Validation = validation,
        Test = test,
        RunFolder = null,
    };

    public static EpochSummary Epoch(Evaluation validation, long? firstBadStep = null) => new()
    {
        Epoch = 0,
        Step = 10,
        Lr = 0.00025,
        Train = new Evaluation(1.25, new MetricValue("accuracy", 0.5, IsHigherBetter: true)),
        Validation = validation,
        GradNorm = 0.75,
        Seconds = 1.2345,
        SamplesPerSecond = 100,
        FirstBadStep = firstBadStep,
    };
}
