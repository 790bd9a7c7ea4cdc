namespace TrainSdk;

/// <summary>What a run does when a gradient becomes NaN or infinite. The bad step itself never reaches the weights.</summary>
public enum DivergenceAction
{
    /// <summary>The run ends with the weights that it has, and says which step, samples and layer broke it.</summary>
    Stop,

    /// <summary>The step is left out and the run goes on; 20 such steps in a row end it.</summary>
    Skip,

    /// <summary>The run goes back to its last checkpoint and goes on from there with a lower learning rate.</summary>
    Rollback,
}
