namespace TrainSdk.Recording;

/// <summary>What one optimizer step did, read from the device together with the steps around it.</summary>
/// <param name="Step">Optimizer step from 0.</param>
/// <param name="Epoch">Epoch from 0.</param>
/// <param name="Lr">Learning rate of the step.</param>
/// <param name="Loss">Mean training loss of the step.</param>
/// <param name="Weight">What the loss is a mean over: samples, or the loss's own weight.</param>
/// <param name="GradNorm">The norm of all gradients before clipping; NaN or infinite where the step was left out.</param>
public readonly record struct StepRecord(long Step, int Epoch, double Lr, double Loss, double Weight, double GradNorm)
{
    /// <summary>Samples of the step.</summary>
    public long Count { get; init; }

    /// <summary>When the host had taken the step; on a GPU its numbers come later.</summary>
    public DateTimeOffset Time { get; init; }
}
