namespace TrainSdk;

/// <summary>A learning rate that falls in steps.</summary>
public static class StepDecayCurve
{
    /// <summary>lr·gamma^drops.</summary>
    /// <param name="lr">Rate at the start.</param>
    /// <param name="gamma">Factor of each drop.</param>
    /// <param name="drops">Drops so far.</param>
    public static double At(double lr, double gamma, long drops) => lr * Math.Pow(gamma, drops);

    /// <summary>Drops so far, where one comes after every period; a period below 1 step counts as 1.</summary>
    /// <param name="steps">Optimizer steps since the start.</param>
    /// <param name="period">Optimizer steps between drops.</param>
    public static long Drops(long steps, long period) => steps / Math.Max(period, 1);
}
