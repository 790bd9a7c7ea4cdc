using TrainSdk.Data;

namespace TrainSdk.Images;

/// <summary>What picture files become: one size, grey or colours.</summary>
public sealed record ImageOptions
{
    /// <summary>Rows of each sample; 0, the default, takes the first picture's, and every other must have the same.</summary>
    public int Height { get; init; }

    /// <summary>Columns of each sample; 0, the default, takes the first picture's, and every other must have the same.</summary>
    public int Width { get; init; }

    /// <summary>3, the default, for red, green and blue; 1 for grey (ITU-R 601 luma). Transparency is left out.</summary>
    public int Channels { get; init; } = 3;

    /// <summary>How pictures are brought to <see cref="Height"/> and <see cref="Width"/>; default <see cref="ImageFit.Crop"/>.</summary>
    public ImageFit Fit { get; init; } = ImageFit.Crop;

    /// <summary>
    /// The most pixels that a picture may claim to have, default 50 million. A small file can claim billions, and unpacking takes four
    /// bytes for each.
    /// </summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>What is done about a picture that cannot be read; default: the run ends with an error that names it.</summary>
    public OnBadSample OnBadSample { get; init; }
}
