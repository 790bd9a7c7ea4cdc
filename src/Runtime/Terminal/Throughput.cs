using TrainSdk.Recording;

namespace TrainSdk.Terminal;

/// <summary>Samples per second of training: over some ten reads, so that it is steady, without what stands between epochs.</summary>
internal sealed class Throughput
{
    private const double Newest = 0.2;

    private DateTimeOffset? _last;

    /// <summary>Samples per second; 0 while nothing is known.</summary>
    public double SamplesPerSecond { get; private set; }

    /// <summary>Takes steps that followed each other.</summary>
    public void Add(IReadOnlyList<StepRecord> steps)
    {
        var since = _last ?? steps[0].Time;
        var samples = steps.Skip(_last is null ? 1 : 0).Sum(static step => step.Count);
        var seconds = (steps[^1].Time - since).TotalSeconds;
        _last = steps[^1].Time;
        if (seconds > 0)
        {
            var rate = samples / seconds;
            SamplesPerSecond = SamplesPerSecond > 0 ? SamplesPerSecond + (Newest * (rate - SamplesPerSecond)) : rate;
        }
    }

    /// <summary>The next step does not follow the last at once.</summary>
    public void Pause() => _last = null;
}
