namespace TrainSdk.Augmentation;

/// <summary>What a policy can do to an image of bytes, by the names of the papers.</summary>
internal enum PixelOperation
{
    /// <summary>Nothing.</summary>
    Identity,

    /// <summary>Moves rows sideways, the further down the more; the magnitude is columns per row.</summary>
    ShearX,

    /// <summary>Moves columns down, the further right the more; the magnitude is rows per column.</summary>
    ShearY,

    /// <summary>Moves to the right; the magnitude is columns, of which the fraction is dropped.</summary>
    TranslateX,

    /// <summary>Moves down; the magnitude is rows, of which the fraction is dropped.</summary>
    TranslateY,

    /// <summary>Turns about the centre, counter-clockwise; the magnitude is degrees.</summary>
    Rotate,

    /// <summary>Towards black below 0 and brighter above it.</summary>
    Brightness,

    /// <summary>Towards grey below 0 and more colourful above it.</summary>
    Color,

    /// <summary>Towards the mean below 0 and away from it above.</summary>
    Contrast,

    /// <summary>Blurred below 0 and sharpened above it.</summary>
    Sharpness,

    /// <summary>Keeps the highest bits of each byte; the magnitude is how many.</summary>
    Posterize,

    /// <summary>Inverts bytes from the magnitude on.</summary>
    Solarize,

    /// <summary>Stretches each channel to 0–255.</summary>
    AutoContrast,

    /// <summary>Spreads each channel's bytes evenly.</summary>
    Equalize,

    /// <summary>The negative.</summary>
    Invert,
}
