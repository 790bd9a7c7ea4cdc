using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

public sealed class RandomnessTests
{
    [Fact]
    public void APlaceOfAStepDrawsItsOwnNumbers()
    {
        float[] draws = [Draw(7, 3, 0), Draw(7, 3, 1), Draw(7, 3, 2), Draw(7, 4, 0), Draw(7, 4, 1), Draw(8, 3, 1)];
        Assert.Equal(draws.Length, draws.Distinct().Count());
        Assert.Equal(draws[1], Draw(7, 3, 1));
    }

    [Fact]
    public void TheFirstPlaceIsTheStepsOwn()
    {
        Randomness.At(7, 3);
        using var number = rand(1);
        Assert.Equal(number.item<float>(), Draw(7, 3, 0));
    }

    private static float Draw(long seed, long step, int position)
    {
        Randomness.At(seed, step, position);
        using var number = rand(1);
        return number.item<float>();
    }
}
