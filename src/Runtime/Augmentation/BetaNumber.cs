using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>Numbers of a symmetric beta distribution.</summary>
internal static class BetaNumber
{
    /// <summary>
    /// A number of Beta(α, α) as a share of two gamma numbers. It is computed from their logarithms: for a small α both would be 0.
    /// </summary>
    /// <param name="alpha">Above 0; 1 is uniform, less prefers the ends and more the middle.</param>
    /// <param name="random">The random numbers.</param>
    public static double Draw(double alpha, ref SampleRandom random)
    {
        var (own, other) = (LogGamma(alpha, ref random), LogGamma(alpha, ref random));
        return 1 / (1 + Math.Exp(other - own));
    }

    // Marsaglia and Tsang (2000); a shape below 1 is reached from the next one.
    private static double LogGamma(double shape, ref SampleRandom random)
    {
        var lift = shape < 1 ? LogUniform(ref random) / shape : 0;
        var offset = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        var scale = 1 / Math.Sqrt(9 * offset);
        while (true)
        {
            var normal = Normal(ref random);
            var cube = Math.Pow(1 + (scale * normal), 3);
            if (cube > 0 && LogUniform(ref random) < (normal * normal / 2) + (offset * (1 - cube + Math.Log(cube))))
            {
                return Math.Log(offset * cube) + lift;
            }
        }
    }

    private static double Normal(ref SampleRandom random) =>
        Math.Sqrt(-2 * LogUniform(ref random)) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double LogUniform(ref SampleRandom random) => Math.Log(1 - random.NextDouble());
}
