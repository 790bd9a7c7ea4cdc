using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Augmentation;

/// <summary>What augmentations take for images.</summary>
internal static class ImageForms
{
    /// <summary>Refuses what is no image: three sizes, and numbers instead of tokens.</summary>
    public static void RequireImages(string augmentation, SampleForm form)
    {
        if (form.Shape.Count != 3 || form.Type == ScalarType.Int64)
        {
            throw Refusal(augmentation, "images [channels, height, width]", form, "give the data set such tensors");
        }
    }

    /// <summary>Refuses images of other numbers than bytes, and of other channels than 1 or 3.</summary>
    public static void RequireBytes(string augmentation, SampleForm form)
    {
        if (form.Shape.Count != 3 || form.Shape[0] is not (1 or 3) || form.Type != ScalarType.Byte)
        {
            throw Refusal(
                augmentation, "images of bytes, uint8 [1 or 3, height, width]", form, "load them as bytes from 0 to 255");
        }
    }

    private static TrainException Refusal(string augmentation, string taken, SampleForm form, string cure) => new(
        $"[{augmentation}] changes {taken}, and the training inputs are {form.Type} {form.ShapeText}; {cure}, or remove [{augmentation}]");
}
