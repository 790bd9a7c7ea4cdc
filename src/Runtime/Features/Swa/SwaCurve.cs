using TrainSdk.Settings;

namespace TrainSdk;

/// <summary>The learning rate of stochastic weight averaging, as PyTorch's <c>SWALR</c> has it when it is stepped once per epoch.</summary>
public static class SwaCurve
{
    /// <summary>The first step of the first averaged epoch: the start of the first epoch that lies wholly after the given length.</summary>
    /// <param name="start">What lies before the averaging.</param>
    /// <param name="stepsPerEpoch">Optimizer steps in one epoch.</param>
    /// <param name="totalSteps">Optimizer steps of the whole run.</param>
    public static long StartStep(Duration start, long stepsPerEpoch, long totalSteps)
    {
        var steps = start.ToSteps(stepsPerEpoch, totalSteps);
        return (steps + stepsPerEpoch - 1) / stepsPerEpoch * stepsPerEpoch;
    }

    /// <summary>
    /// The rate: <paramref name="lr"/> before the averaging; then (1 − a)·lr + a·swaLr, where a goes from 0 to 1 over
    /// <paramref name="annealEpochs"/> whole epochs, and is 1 at once where that is 0.
    /// </summary>
    /// <param name="lr">The schedule's rate; from the start of the averaging on, its rate at the start.</param>
    /// <param name="swaLr">The constant rate.</param>
    /// <param name="steps">Optimizer steps since the start of the averaging; below 0 before it.</param>
    /// <param name="stepsPerEpoch">Optimizer steps in one epoch.</param>
    /// <param name="annealEpochs">Epochs of the transition, 0 or more.</param>
    /// <param name="anneal">Its form.</param>
    public static double At(double lr, double swaLr, long steps, long stepsPerEpoch, int annealEpochs, AnnealMode anneal)
    {
        if (steps < 0)
        {
            return lr;
        }
        var done = annealEpochs == 0 ? 1 : Math.Min(1, steps / stepsPerEpoch / (double)annealEpochs);
        var share = anneal == AnnealMode.Cosine ? (1 - Math.Cos(Math.PI * done)) / 2 : done;
        return (swaLr * share) + (lr * (1 - share));
    }
}
