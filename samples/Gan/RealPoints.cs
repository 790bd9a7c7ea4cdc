using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

/// <summary>Points of a distribution that is known, so that what the generator learns can be measured: a tilted Gaussian.</summary>
public static class RealPoints
{
    public const int Dimensions = 2;

    public static readonly double[] Mean = [2, -1];

    /// <summary>Variance of x, covariance, variance of y.</summary>
    public static readonly double[] Covariance = [1, 0.6, 0.52];

    /// <summary>Draws points; they have no target, for which zeros stand.</summary>
    public static DataSet Draw(int count, long seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new torch.Generator((ulong)seed);
        // the Cholesky factor of the covariance
        var factor = tensor(new float[,] { { 1, 0 }, { 0.6f, 0.4f } });
        var points = randn(count, Dimensions, generator: generator).matmul(factor.t()) + tensor(Mean, dtype: ScalarType.Float32);
        return new DataSet(points, zeros(count, 1));
    }
}
