namespace TrainSdk.Augmentation;

/// <summary>Two operations, one after the other.</summary>
internal readonly record struct PolicyPair(PolicyStep First, PolicyStep Second)
{
    public static PolicyPair Of(
        PixelOperation first, double firstProbability, int firstBin, PixelOperation second, double secondProbability, int secondBin = 0) =>
        new(new(first, firstProbability, firstBin), new(second, secondProbability, secondBin));

    /// <summary>Of a first operation without a magnitude.</summary>
    public static PolicyPair Of(
        PixelOperation first, double firstProbability, PixelOperation second, double secondProbability, int secondBin = 0) =>
        Of(first, firstProbability, 0, second, secondProbability, secondBin);
}
