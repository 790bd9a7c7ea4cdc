namespace TrainSdk;

/// <summary>The one-cycle policy, phase by phase as PyTorch's <c>OneCycleLR</c> computes it.</summary>
public static class OneCycleCurve
{
    /// <summary>The rate at a step. A step after the last counts as the last; a phase of no length is left out.</summary>
    /// <param name="lr">Rate at the peak.</param>
    /// <param name="step">Optimizer step from 0.</param>
    /// <param name="totalSteps">Steps of the whole run, at least 1.</param>
    /// <param name="pctStart">Share of the run that rises.</param>
    /// <param name="divFactor">Peak divided by the first rate.</param>
    /// <param name="finalDivFactor">First rate divided by the last.</param>
    /// <param name="anneal">Form of rise and fall.</param>
    /// <param name="threePhase">Whether the fall first mirrors the rise.</param>
    public static double At(
        double lr, long step, long totalSteps, double pctStart, double divFactor, double finalDivFactor, AnnealMode anneal, bool threePhase)
    {
        var now = Math.Min(step, totalSteps - 1);
        var (first, last) = (lr / divFactor, lr / divFactor / finalDivFactor);
        var peakAt = (pctStart * totalSteps) - 1;
        if (now <= peakAt)
        {
            return Between(first, lr, Done(now, 0, peakAt), anneal);
        }
        var mirrorAt = (2 * pctStart * totalSteps) - 2;
        if (threePhase && now <= mirrorAt)
        {
            return Between(lr, first, Done(now, peakAt, mirrorAt), anneal);
        }
        return threePhase
            ? Between(first, last, Done(now, mirrorAt, totalSteps - 1), anneal)
            : Between(lr, last, Done(now, peakAt, totalSteps - 1), anneal);
    }

    private static double Between(double from, double to, double done, AnnealMode anneal) =>
        anneal == AnnealMode.Cosine ? CosineCurve.At(from, to, done) : LinearCurve.At(from, to, done);

    private static double Done(double now, double start, double end) => end > start ? (now - start) / (end - start) : 1;
}
