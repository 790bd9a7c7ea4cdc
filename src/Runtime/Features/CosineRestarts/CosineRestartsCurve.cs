namespace TrainSdk;

/// <summary>Cosine annealing that starts anew after each period.</summary>
public static class CosineRestartsCurve
{
    /// <summary>minLr + (lr − minLr)·½(1 + cos(π·t/P)), t steps into the present period of P steps.</summary>
    /// <param name="lr">Rate at the start of a period.</param>
    /// <param name="minLr">Rate at its end.</param>
    /// <param name="steps">Optimizer steps since the start of the first period.</param>
    /// <param name="firstPeriod">Steps of the first period; below 1 counts as 1.</param>
    /// <param name="multiplier">How many times longer each period is than the one before, at least 1.</param>
    public static double At(double lr, double minLr, long steps, long firstPeriod, int multiplier)
    {
        var period = Math.Max(firstPeriod, 1);
        if (multiplier == 1)
        {
            return CosineCurve.At(lr, minLr, (double)(steps % period) / period);
        }
        while (steps >= period)
        {
            steps -= period;
            period *= multiplier;
        }
        return CosineCurve.At(lr, minLr, (double)steps / period);
    }
}
