using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Trials;

/// <summary>Doubles the batch until it does not fit, and measures each on a fresh model that nobody keeps.</summary>
internal sealed class BatchSearch<TModel, TSettings>(
    ModelDescription<TModel, TSettings> description, TSettings settings, DataSplits data, Device device, TimeSpan time)
    where TModel : nn.Module, ITrainedModel
    where TSettings : class, new()
{
    private readonly MemoryForecast _forecast = new(Environment.WorkingSet, MemoryPeak.Free());

    /// <summary>The batch that did not fit, or was not tried; 0 before the end.</summary>
    public long Next { get; private set; }

    /// <summary>Measures.</summary>
    /// <param name="least">The first batch.</param>
    /// <param name="most">The largest.</param>
    /// <param name="report">Told of each.</param>
    /// <param name="cancel">Ends it after the present step.</param>
    /// <returns>Why there is no larger one.</returns>
    public BatchEnd Run(long least, long most, Action<BatchRow> report, CancellationToken cancel)
    {
        for (Next = least; Next <= most; Next *= 2)
        {
            if (data.Train.Stream is null && Next > data.Train.Count && Next > least)
            {
                return BatchEnd.Samples;
            }
            if (device.type == TorchSharp.DeviceType.CPU && !_forecast.Fits(Next))
            {
                return BatchEnd.Forecast;
            }
            if (Measure(Next, cancel) is not { } row)
            {
                return BatchEnd.OutOfMemory;
            }
            if (cancel.IsCancellationRequested)
            {
                return BatchEnd.Canceled;
            }
            _forecast.Add(row.Batch, row.Bytes);
            report(row);
        }
        return BatchEnd.Most;
    }

    // Null where it does not fit.
    private BatchRow? Measure(long batch, CancellationToken cancel)
    {
        var changed = description.Settings.With(settings, "BatchSize", NumberText.Format(batch), "find batch");
        try
        {
            using var peak = new MemoryPeak();
            using var trial = new TrialSteps<TModel, TSettings>(description, changed, data, device);
            return new BatchRow(batch, StepPace.Of(trial, description.BaseLr(changed), time, cancel), peak.Bytes);
        }
        catch (Exception failure) when (OutOfMemory.Caused(failure))
        {
            return null;
        }
    }
}
