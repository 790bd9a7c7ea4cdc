using System.Diagnostics.Metrics;
using TrainSdk.Metrics;

namespace TrainSdk.Recording.Sinks;

/// <summary>
/// Gives a run's numbers to whoever listens to the meter <c>TrainSdk</c>: <c>dotnet-counters</c>, OpenTelemetry. Instruments are the
/// process's, each measurement says which model it is of. They cost next to nothing while nobody listens.
/// </summary>
internal sealed class MeterSink : IRunSink
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "TrainSdk";

    private const string ModelTag = "trainsdk.model";
    private const string MetricTag = "trainsdk.metric";
    private const string ReasonTag = "trainsdk.stop_reason";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> StepCount = Meter.CreateCounter<long>(
        "trainsdk.steps", "{step}", "Optimizer steps taken.");
    private static readonly Counter<long> SampleCount = Meter.CreateCounter<long>(
        "trainsdk.samples", "{sample}", "Training samples seen.");
    private static readonly Gauge<double> TrainLoss = Meter.CreateGauge<double>(
        "trainsdk.train.loss", "1", "Training loss of the last step, as it was minimised.");
    private static readonly Gauge<double> Lr = Meter.CreateGauge<double>(
        "trainsdk.train.lr", "1", "Learning rate of the last step.");
    private static readonly Histogram<double> GradNorm = Meter.CreateHistogram<double>(
        "trainsdk.train.grad_norm", "1", "Norm of all gradients before clipping, of every finite step.");
    private static readonly Counter<long> SkippedSteps = Meter.CreateCounter<long>(
        "trainsdk.steps.skipped", "{step}", "Steps left out because a gradient was NaN or infinite.");
    private static readonly Counter<long> EpochCount = Meter.CreateCounter<long>(
        "trainsdk.epochs", "{epoch}", "Epochs finished.");
    private static readonly Histogram<double> EpochDuration = Meter.CreateHistogram<double>(
        "trainsdk.epoch.duration", "s", "Training and validation of an epoch.");
    private static readonly Gauge<double> Throughput = Meter.CreateGauge<double>(
        "trainsdk.throughput", "{sample}/s", "Training samples per second of the last epoch, validation not counted.");
    private static readonly Gauge<double> ValidationLoss = Meter.CreateGauge<double>(
        "trainsdk.validation.loss", "1", "Loss of the last validation.");
    private static readonly Gauge<double> ValidationMetric = Meter.CreateGauge<double>(
        "trainsdk.validation.metric", "1", "A metric of the last validation.");
    private static readonly Counter<long> RunCount = Meter.CreateCounter<long>(
        "trainsdk.runs", "{run}", "Runs ended.");

    private KeyValuePair<string, object?> _model;

    public void Start(RunOutline run) => _model = new(ModelTag, run.Model);

    public void Steps(IReadOnlyList<StepRecord> steps)
    {
        StepCount.Add(steps.Count, _model);
        SampleCount.Add(steps.Sum(static step => step.Count), _model);
        TrainLoss.Record(steps[^1].Loss, _model);
        Lr.Record(steps[^1].Lr, _model);
        foreach (var step in GradNorm.Enabled || SkippedSteps.Enabled ? steps : [])
        {
            if (double.IsFinite(step.GradNorm))
            {
                GradNorm.Record(step.GradNorm, _model);
            }
            else
            {
                SkippedSteps.Add(1, _model);
            }
        }
    }

    public void Validation(EpochSummary epoch)
    {
        if (!epoch.Validation.Equals(Evaluation.None))
        {
            ValidationLoss.Record(epoch.Validation.Loss, _model);
            foreach (var metric in epoch.Validation.Metrics)
            {
                ValidationMetric.Record(metric.Value, _model, new(MetricTag, metric.Name));
            }
        }
    }

    public void Epoch(EpochSummary epoch)
    {
        EpochCount.Add(1, _model);
        EpochDuration.Record(epoch.Seconds, _model);
        Throughput.Record(epoch.SamplesPerSecond, _model);
        Validation(epoch);
    }

    public void End(RunOutcome outcome) => RunCount.Add(1, _model, new(ReasonTag, outcome.StopReason));
}
