namespace TrainSdk.Data.Loading;

/// <summary>Samples that could not be read and were left out; workers add to it at any time.</summary>
internal sealed class SkippedSamples
{
    private readonly Dictionary<string, BadSample> _byName = [];
    private readonly Lock _lock = new();

    /// <summary>The samples so far.</summary>
    public IReadOnlyCollection<BadSample> Samples
    {
        get
        {
            lock (_lock)
            {
                return [.. _byName.Values];
            }
        }
    }

    /// <summary>Takes a sample; one that is known already changes nothing.</summary>
    public void Add(BadSample sample)
    {
        lock (_lock)
        {
            _byName.TryAdd(sample.Name, sample);
        }
    }
}
