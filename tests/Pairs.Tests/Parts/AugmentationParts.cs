using TrainSdk.Data;

namespace TrainSdk.Pairs.Tests;

/// <summary>What is done to training samples.</summary>
internal static class AugmentationParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("[Normalize]", "Normalize(new[] { 0.5 }, new[] { 0.3 })", static recipe => recipe with
        {
            Encode = static encoding => encoding with { Mean = [0.5 * 255], Scale = [0.3 * 255] },
        })
        {
            HasImages = true,
        },
        Of("RandomCrop(1)", new RandomCrop(1)),
        Of("Flip(0.5, Vertical = 0.25)", new Flip(0.5, 0.25)),
        Of("RandAugment(1, 9)", new RandAugment(1, 9)),
        Of("AutoAugment(AutoAugmentPolicy.Svhn)", new AutoAugment(AutoAugmentPolicy.Svhn)),
        Of("TrivialAugment", new TrivialAugment()),
        Of("ColorJitter(Hue = 0.1)", new ColorJitter(hue: 0.1)),
        Of("RandomErasing(0.5, MaxArea = 0.5)", new RandomErasing(0.5, maxArea: 0.5)),
        new("[MixUp]", "MixUp(0.5)", static recipe => recipe with { MixUp = 0.5 }),
        new("[CutMix]", "CutMix", static recipe => recipe with { CutMix = 1 }) { HasImages = true },
    ];

    private static Part Of(string attribute, IAugmentation augmentation) => new(
        $"[{augmentation.Name}]", attribute, recipe => recipe with { Augmentations = [.. recipe.Augmentations, augmentation] })
    {
        HasImages = true,
    };
}
