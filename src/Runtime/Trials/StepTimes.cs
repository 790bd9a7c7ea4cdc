namespace TrainSdk.Trials;

/// <summary>What the time of some steps went into.</summary>
/// <param name="Data">Waiting for batches.</param>
/// <param name="Forward">The model and its loss.</param>
/// <param name="Backward">The gradients.</param>
/// <param name="Update">Norm, clipping and the optimizer.</param>
internal readonly record struct StepTimes(TimeSpan Data, TimeSpan Forward, TimeSpan Backward, TimeSpan Update)
{
    /// <summary>All of it.</summary>
    public TimeSpan Total => Data + Forward + Backward + Update;

    public static StepTimes operator +(StepTimes one, StepTimes other) => new(
        one.Data + other.Data, one.Forward + other.Forward, one.Backward + other.Backward, one.Update + other.Update);
}
