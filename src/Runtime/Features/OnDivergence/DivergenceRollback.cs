using TrainSdk.State;

namespace TrainSdk;

/// <summary>
/// Counts how often a run went back to its last checkpoint because it diverged, and lowers the learning rate each time. The count goes
/// into checkpoints, so that the lower rate stays where the run is resumed.
/// </summary>
/// <param name="rollbacks">How often the run may go back, at least 1.</param>
/// <param name="lrFactor">What each time multiplies the learning rate by, above 0 and below 1.</param>
public sealed class DivergenceRollback(int rollbacks, double lrFactor) : IStateful
{
    private const string CountName = "count";

    /// <summary>How often the run went back.</summary>
    public int Count { get; private set; }

    /// <summary>What the learning rate is multiplied by: 1 before the first time.</summary>
    public double Factor => Math.Pow(lrFactor, Count);

    /// <summary>Counts one more, where there is one left.</summary>
    /// <returns>Whether the run goes back; false where it must stop.</returns>
    public bool TryAgain()
    {
        if (Count >= rollbacks)
        {
            return false;
        }
        Count++;
        return true;
    }

    /// <inheritdoc/>
    public void Save(StateWriter state) => state.Add(CountName, Count);

    // The checkpoint that a run goes back to was written before this time was counted.
    /// <inheritdoc/>
    public void Load(StateReader state) => Count = Math.Max(Count, (int)state.Whole(CountName));
}
