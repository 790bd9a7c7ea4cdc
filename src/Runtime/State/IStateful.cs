namespace TrainSdk.State;

/// <summary>
/// Something that a training loop changes and that a resumed run needs as it was: an optimizer, an average, a counter. What
/// <see cref="Save"/> gives must be all that later steps depend on, so that a run that was stopped goes on bit for bit.
/// </summary>
public interface IStateful
{
    /// <summary>Names everything that a checkpoint must hold. Called between two steps, on the training thread.</summary>
    /// <param name="state">Takes tensors as they are now, and numbers.</param>
    void Save(StateWriter state);

    /// <summary>Takes over what <see cref="Save"/> gave. Called once, before the first step.</summary>
    /// <param name="state">The same names.</param>
    /// <exception cref="TrainException">Something is missing, or has another shape.</exception>
    void Load(StateReader state);
}
