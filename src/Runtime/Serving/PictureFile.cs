using TrainSdk.Checkpoints;
using TrainSdk.Images;

namespace TrainSdk.Serving;

/// <summary>A picture in a file as the values that a model takes.</summary>
internal static class PictureFile
{
    /// <summary>Reads it.</summary>
    /// <exception cref="TrainException">The model was not trained on pictures in files, or the file is none.</exception>
    public static float[] Read(string path, ModelCard card)
    {
        if (card.Encoding.Fit is null)
        {
            throw new TrainException(
                $"{path}: {card.Model} was not trained on pictures in files, so what its inputs mean is not known; give rows of numbers");
        }
        var reader = ImageReader.For(card.Encoding);
        var pixels = new byte[reader.Form.Bytes];
        reader.Read(path, pixels);
        return Array.ConvertAll(pixels, static pixel => (float)pixel);
    }
}
