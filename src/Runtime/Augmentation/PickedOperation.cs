using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>What a policy has drawn.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Magnitude">How much, in its unit.</param>
internal readonly record struct PickedOperation(PixelOperation Operation, double Magnitude)
{
    /// <summary>Any of the operations that RandAugment and TrivialAugment draw from.</summary>
    public static PixelOperation Any(ref SampleRandom random) => (PixelOperation)random.Below((int)PixelOperation.Invert);

    /// <summary>An operation one way or the other, as often, where it has two.</summary>
    public static PickedOperation EitherWay(PixelOperation operation, double magnitude, ref SampleRandom random) =>
        new(operation, Magnitudes.IsSigned(operation) && random.Below(2) == 1 ? -magnitude : magnitude);

    /// <summary>Changes an image.</summary>
    public void Apply(ImageSample image) => PixelOperations.Apply(Operation, Magnitude, image);
}
