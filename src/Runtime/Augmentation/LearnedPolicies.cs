using static TrainSdk.Augmentation.PixelOperation;

namespace TrainSdk.Augmentation;

/// <summary>
/// The policies that were learned on three sets of images (Cubuk et al., 2019, appendix), as torchvision has them: one of 25 pairs is
/// drawn for each image.
/// </summary>
internal static class LearnedPolicies
{
    /// <summary>Photographs: mostly colours, and rotation.</summary>
    public static PolicyPair[] ImageNet { get; } =
    [
        PolicyPair.Of(Posterize, 0.4, 8, Rotate, 0.6, 9),
        PolicyPair.Of(Solarize, 0.6, 5, AutoContrast, 0.6),
        PolicyPair.Of(Equalize, 0.8, Equalize, 0.6),
        PolicyPair.Of(Posterize, 0.6, 7, Posterize, 0.6, 6),
        PolicyPair.Of(Equalize, 0.4, Solarize, 0.2, 4),
        PolicyPair.Of(Equalize, 0.4, Rotate, 0.8, 8),
        PolicyPair.Of(Solarize, 0.6, 3, Equalize, 0.6),
        PolicyPair.Of(Posterize, 0.8, 5, Equalize, 1),
        PolicyPair.Of(Rotate, 0.2, 3, Solarize, 0.6, 8),
        PolicyPair.Of(Equalize, 0.6, Posterize, 0.4, 6),
        PolicyPair.Of(Rotate, 0.8, 8, Color, 0.4, 0),
        PolicyPair.Of(Rotate, 0.4, 9, Equalize, 0.6),
        PolicyPair.Of(Equalize, 0, Equalize, 0.8),
        PolicyPair.Of(Invert, 0.6, Equalize, 1),
        PolicyPair.Of(Color, 0.6, 4, Contrast, 1, 8),
        PolicyPair.Of(Rotate, 0.8, 8, Color, 1, 2),
        PolicyPair.Of(Color, 0.8, 8, Solarize, 0.8, 7),
        PolicyPair.Of(Sharpness, 0.4, 7, Invert, 0.6),
        PolicyPair.Of(ShearX, 0.6, 5, Equalize, 1),
        PolicyPair.Of(Color, 0.4, 0, Equalize, 0.6),
        PolicyPair.Of(Equalize, 0.4, Solarize, 0.2, 4),
        PolicyPair.Of(Solarize, 0.6, 5, AutoContrast, 0.6),
        PolicyPair.Of(Invert, 0.6, Equalize, 1),
        PolicyPair.Of(Color, 0.6, 4, Contrast, 1, 8),
        PolicyPair.Of(Equalize, 0.8, Equalize, 0.6),
    ];

    /// <summary>Small photographs: colours, and translation.</summary>
    public static PolicyPair[] Cifar10 { get; } =
    [
        PolicyPair.Of(Invert, 0.1, Contrast, 0.2, 6),
        PolicyPair.Of(Rotate, 0.7, 2, TranslateX, 0.3, 9),
        PolicyPair.Of(Sharpness, 0.8, 1, Sharpness, 0.9, 3),
        PolicyPair.Of(ShearY, 0.5, 8, TranslateY, 0.7, 9),
        PolicyPair.Of(AutoContrast, 0.5, Equalize, 0.9),
        PolicyPair.Of(ShearY, 0.2, 7, Posterize, 0.3, 7),
        PolicyPair.Of(Color, 0.4, 3, Brightness, 0.6, 7),
        PolicyPair.Of(Sharpness, 0.3, 9, Brightness, 0.7, 9),
        PolicyPair.Of(Equalize, 0.6, Equalize, 0.5),
        PolicyPair.Of(Contrast, 0.6, 7, Sharpness, 0.6, 5),
        PolicyPair.Of(Color, 0.7, 7, TranslateX, 0.5, 8),
        PolicyPair.Of(Equalize, 0.3, AutoContrast, 0.4),
        PolicyPair.Of(TranslateY, 0.4, 3, Sharpness, 0.2, 6),
        PolicyPair.Of(Brightness, 0.9, 6, Color, 0.2, 8),
        PolicyPair.Of(Solarize, 0.5, 2, Invert, 0),
        PolicyPair.Of(Equalize, 0.2, AutoContrast, 0.6),
        PolicyPair.Of(Equalize, 0.2, Equalize, 0.6),
        PolicyPair.Of(Color, 0.9, 9, Equalize, 0.6),
        PolicyPair.Of(AutoContrast, 0.8, Solarize, 0.2, 8),
        PolicyPair.Of(Brightness, 0.1, 3, Color, 0.7, 0),
        PolicyPair.Of(Solarize, 0.4, 5, AutoContrast, 0.9),
        PolicyPair.Of(TranslateY, 0.9, 9, TranslateY, 0.7, 9),
        PolicyPair.Of(AutoContrast, 0.9, Solarize, 0.8, 3),
        PolicyPair.Of(Equalize, 0.8, Invert, 0.1),
        PolicyPair.Of(TranslateY, 0.7, 9, AutoContrast, 0.9),
    ];

    /// <summary>House numbers: shears, rotation and inversion; nothing that turns a digit into another.</summary>
    public static PolicyPair[] Svhn { get; } =
    [
        PolicyPair.Of(ShearX, 0.9, 4, Invert, 0.2),
        PolicyPair.Of(ShearY, 0.9, 8, Invert, 0.7),
        PolicyPair.Of(Equalize, 0.6, Solarize, 0.6, 6),
        PolicyPair.Of(Invert, 0.9, Equalize, 0.6),
        PolicyPair.Of(Equalize, 0.6, Rotate, 0.9, 3),
        PolicyPair.Of(ShearX, 0.9, 4, AutoContrast, 0.8),
        PolicyPair.Of(ShearY, 0.9, 8, Invert, 0.4),
        PolicyPair.Of(ShearY, 0.9, 5, Solarize, 0.2, 6),
        PolicyPair.Of(Invert, 0.9, AutoContrast, 0.8),
        PolicyPair.Of(Equalize, 0.6, Rotate, 0.9, 3),
        PolicyPair.Of(ShearX, 0.9, 4, Solarize, 0.3, 3),
        PolicyPair.Of(ShearY, 0.8, 8, Invert, 0.7),
        PolicyPair.Of(Equalize, 0.9, TranslateY, 0.6, 6),
        PolicyPair.Of(Invert, 0.9, Equalize, 0.6),
        PolicyPair.Of(Contrast, 0.3, 3, Rotate, 0.8, 4),
        PolicyPair.Of(Invert, 0.8, TranslateY, 0, 2),
        PolicyPair.Of(ShearY, 0.7, 6, Solarize, 0.4, 8),
        PolicyPair.Of(Invert, 0.6, Rotate, 0.8, 4),
        PolicyPair.Of(ShearY, 0.3, 7, TranslateX, 0.9, 3),
        PolicyPair.Of(ShearX, 0.1, 6, Invert, 0.6),
        PolicyPair.Of(Solarize, 0.7, 2, TranslateY, 0.6, 7),
        PolicyPair.Of(ShearY, 0.8, 4, Invert, 0.8),
        PolicyPair.Of(ShearX, 0.7, 9, TranslateY, 0.8, 3),
        PolicyPair.Of(ShearY, 0.8, 5, AutoContrast, 0.7),
        PolicyPair.Of(ShearX, 0.7, 2, Invert, 0.1),
    ];
}
