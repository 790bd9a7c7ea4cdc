using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data.Loading;

/// <summary>Changes training images, each by random numbers that depend on (seed, epoch, sample) alone.</summary>
/// <param name="augmentations">In the order in which they are applied.</param>
/// <param name="mean">Mean by channel over the training split; empty where it is unknown.</param>
/// <param name="seed">The run's seed.</param>
/// <param name="epoch">Epoch from 0.</param>
internal sealed class SampleAugmenter(IReadOnlyList<IAugmentation> augmentations, IReadOnlyList<double> mean, long seed, int epoch)
{
    private readonly long[] _purposes = [.. augmentations.Select(static each => SampleRandom.PurposeOf(each.Name))];
    private readonly double[] _mean = [.. mean];

    /// <summary>Changes an image in place.</summary>
    /// <param name="form">Type and shape.</param>
    /// <param name="sample">Its position in the training split.</param>
    /// <param name="bytes">The image.</param>
    /// <param name="scratch">As much memory again.</param>
    public void Apply(SampleForm form, long sample, Span<byte> bytes, Span<byte> scratch)
    {
        var image = new ImageSample(form, bytes, scratch, _mean);
        for (var at = 0; at < augmentations.Count; at++)
        {
            var random = new SampleRandom(seed, epoch, sample, _purposes[at]);
            augmentations[at].Apply(image, ref random);
        }
    }
}
