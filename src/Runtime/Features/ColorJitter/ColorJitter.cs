using TrainSdk.Augmentation;
using TrainSdk.Data;

namespace TrainSdk;

/// <summary>
/// Changes brightness, contrast, saturation and hue of images of bytes by random amounts in a random order, each equally likely; as
/// torchvision's <c>ColorJitter</c> on tensors. 0 leaves one out; grey images have neither saturation nor hue.
/// </summary>
/// <param name="brightness">The factor is uniform from 1 − brightness, or 0, to 1 + brightness; at least 0.</param>
/// <param name="contrast">The same for the distance from the mean grey; at least 0.</param>
/// <param name="saturation">The same for the distance from grey; at least 0.</param>
/// <param name="hue">The turn is uniform from −hue to hue as a share of the circle; 0 to 0.5.</param>
public sealed class ColorJitter(double brightness = 0.4, double contrast = 0.4, double saturation = 0.4, double hue = 0) : IAugmentation
{
    private const int Kinds = 4;

    /// <inheritdoc/>
    public string Name => nameof(ColorJitter);

    /// <inheritdoc/>
    public void Check(SampleForm form) => ImageForms.RequireBytes(Name, form);

    /// <inheritdoc/>
    public void Apply(ImageSample image, ref SampleRandom random)
    {
        Span<int> order = stackalloc int[Kinds];
        Shuffle(order, ref random);
        foreach (var kind in order)
        {
            Apply(image, kind, ref random);
        }
    }

    /// <summary>Any order of the four.</summary>
    internal static void Shuffle(Span<int> order, ref SampleRandom random)
    {
        for (var at = 0; at < order.Length; at++)
        {
            var place = random.Below(at + 1);
            order[at] = order[place];
            order[place] = at;
        }
    }

    private static double Factor(double amount, ref SampleRandom random) => random.Between(Math.Max(0, 1 - amount), 1 + amount);

    private void Apply(ImageSample image, int kind, ref SampleRandom random)
    {
        switch (kind)
        {
            case 0 when brightness > 0:
                ToneAdjustment.Brightness(image, Factor(brightness, ref random));
                break;
            case 1 when contrast > 0:
                ToneAdjustment.Contrast(image, Factor(contrast, ref random));
                break;
            case 2 when saturation > 0:
                ColorAdjustment.Saturation(image, Factor(saturation, ref random));
                break;
            case 3 when hue > 0:
                ColorAdjustment.Hue(image, random.Between(-hue, hue));
                break;
        }
    }
}
