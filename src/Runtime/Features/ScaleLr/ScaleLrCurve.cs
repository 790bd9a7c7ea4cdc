namespace TrainSdk;

/// <summary>The learning rate for a batch of another size than it was found with.</summary>
public static class ScaleLrCurve
{
    /// <summary>lr·batch/base, or lr·√(batch/base).</summary>
    /// <param name="lr">Rate for the base batch.</param>
    /// <param name="batch">Samples per optimizer step.</param>
    /// <param name="baseBatch">Samples per optimizer step that the rate is meant for, at least 1.</param>
    /// <param name="rule">How the rate follows the batch.</param>
    public static double At(double lr, long batch, long baseBatch, ScaleRule rule)
    {
        var ratio = (double)batch / baseBatch;
        return lr * (rule == ScaleRule.Linear ? ratio : Math.Sqrt(ratio));
    }
}
