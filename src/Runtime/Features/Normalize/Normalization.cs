using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk;

/// <summary>Fixed numbers to normalise images with, by channel.</summary>
/// <param name="mean">What is subtracted, one for each channel or one for all; of bytes as a share of 255.</param>
/// <param name="deviation">What is divided by, above 0, as many.</param>
public sealed class Normalization(double[] mean, double[] deviation)
{
    private const double LargestByte = 255;

    /// <summary>The same splits, whose first input is normalised with these numbers; they are stored with the weights.</summary>
    /// <param name="data">Splits of images [channels, height, width].</param>
    /// <exception cref="TrainException">The inputs are no images, or have another number of channels.</exception>
    public DataSplits ApplyTo(DataSplits data)
    {
        if (data.Encoding.Shape.Count != 3 || data.Encoding.IsTokens)
        {
            throw new TrainException(
                $"[Normalize] takes images [channels, height, width], and the inputs are [{string.Join(", ", data.Encoding.Shape)}]; "
                + "remove it: rows are normalised by column with the training split's own numbers");
        }
        var unit = data.Train.Sources[0].Form.Type == ScalarType.Byte ? LargestByte : 1;
        var channels = (int)data.Encoding.Shape[0];
        var encoding = data.Encoding with { Mean = Each(mean, channels, unit), Scale = Each(deviation, channels, unit) };
        return data.With(encoding);
    }

    private static double[] Each(double[] numbers, int channels, double unit) => numbers.Length == channels || numbers.Length == 1
        ? [.. Enumerable.Range(0, channels).Select(channel => numbers[numbers.Length == 1 ? 0 : channel] * unit)]
        : throw new TrainException(
            $"[Normalize] has numbers for {numbers.Length} channels, and the images have {channels}; "
            + "give one for each channel, or one for all");
}
