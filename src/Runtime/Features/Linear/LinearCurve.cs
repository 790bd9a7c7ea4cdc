namespace TrainSdk;

/// <summary>A straight line between two learning rates.</summary>
public static class LinearCurve
{
    /// <summary>minLr + (lr − minLr)·(1 − done).</summary>
    /// <param name="lr">Rate at the start.</param>
    /// <param name="minLr">Rate at the end.</param>
    /// <param name="done">Share of the line that is over, 0 to 1.</param>
    public static double At(double lr, double minLr, double done) => minLr + (lr - minLr) * (1 - done);
}
