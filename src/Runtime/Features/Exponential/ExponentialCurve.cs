namespace TrainSdk;

/// <summary>Exponential decay of the learning rate.</summary>
public static class ExponentialCurve
{
    /// <summary>lr·gamma^(steps / stepsPerEpoch).</summary>
    /// <param name="lr">Rate at the start.</param>
    /// <param name="gamma">Factor per epoch.</param>
    /// <param name="steps">Optimizer steps since the start.</param>
    /// <param name="stepsPerEpoch">Optimizer steps in one epoch, at least 1.</param>
    public static double At(double lr, double gamma, long steps, long stepsPerEpoch) =>
        lr * Math.Pow(gamma, (double)steps / stepsPerEpoch);
}
