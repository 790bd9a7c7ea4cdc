namespace TrainSdk;

/// <summary>Linear warmup: the share of the learning rate at each of the first steps.</summary>
public static class WarmupCurve
{
    /// <summary>(step + 1) / warmupSteps: never 0, and 1 at the last warmup step.</summary>
    /// <param name="step">Optimizer step from 0, below <paramref name="warmupSteps"/>.</param>
    /// <param name="warmupSteps">Steps of the warmup, at least 1.</param>
    public static double At(long step, long warmupSteps) => (step + 1.0) / warmupSteps;
}
