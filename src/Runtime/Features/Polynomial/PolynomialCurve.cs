namespace TrainSdk;

/// <summary>A power of what is left, between two learning rates.</summary>
public static class PolynomialCurve
{
    /// <summary>minLr + (lr − minLr)·(1 − done)^power.</summary>
    /// <param name="lr">Rate at the start.</param>
    /// <param name="minLr">Rate at the end.</param>
    /// <param name="power">The power, greater than 0.</param>
    /// <param name="done">Share of the curve that is over, 0 to 1.</param>
    public static double At(double lr, double minLr, double power, double done) => minLr + (lr - minLr) * Math.Pow(1 - done, power);
}
