namespace TrainSdk;

/// <summary>Cosine annealing between two learning rates.</summary>
public static class CosineCurve
{
    /// <summary>minLr + (lr − minLr)·½(1 + cos(π·done)).</summary>
    /// <param name="lr">Rate at the start.</param>
    /// <param name="minLr">Rate at the end.</param>
    /// <param name="done">Share of the annealing that is over, 0 to 1.</param>
    public static double At(double lr, double minLr, double done) => minLr + (lr - minLr) * 0.5 * (1 + Math.Cos(Math.PI * done));
}
