using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>Compares the weights and buffers of two models.</summary>
internal static class Weights
{
    /// <summary>Every bit is the same.</summary>
    public static void AssertSameBits(nn.Module expected, nn.Module actual)
    {
        var (left, right) = (expected.state_dict(), actual.state_dict());
        Assert.NotEmpty(left);
        Assert.Equal(left.Keys, right.Keys);
        Assert.All(left, pair => Assert.True(pair.Value.bytes.SequenceEqual(right[pair.Key].bytes), $"{pair.Key} differs"));
    }

    /// <summary>The 2-norm of the difference over all weights, as a share of the norm of the expected ones.</summary>
    public static double Distance(nn.Module expected, nn.Module actual)
    {
        using var scope = NewDisposeScope();
        var (left, right) = (Flat(expected), Flat(actual));
        return ((right - left).norm() / left.norm()).ToDouble();

        static Tensor Flat(nn.Module model) =>
            cat([.. model.state_dict().Values.Select(static weight => weight.detach().to(ScalarType.Float64).flatten())]);
    }

    /// <summary>No number is further away than the tolerance.</summary>
    public static void AssertNear(nn.Module expected, nn.Module actual, double tolerance)
    {
        var (left, right) = (expected.state_dict(), actual.state_dict());
        Assert.Equal(left.Keys, right.Keys);
        Assert.All(left, pair =>
        {
            using var distance = (pair.Value.to(ScalarType.Float64) - right[pair.Key].to(ScalarType.Float64)).abs().max();
            Assert.InRange(distance.ToDouble(), 0, tolerance);
        });
    }
}
