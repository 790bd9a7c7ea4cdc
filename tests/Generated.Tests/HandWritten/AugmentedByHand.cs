using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>An epoch of augmented bytes, sample by sample: read, changed by random numbers of its own, encoded.</summary>
internal static class AugmentedByHand
{
    public static IEnumerable<Batch> Epoch(DataSplits data, int batchSize, int epoch, params IAugmentation[] augmentations)
    {
        using var encoder = new InputEncoder(data.Encoding, new Placement(CPU, ScalarType.Float32));
        var order = Permutation.Of(data.Train.Count, 0, epoch);
        var bounds = new BatchBounds(data.Train.Count, batchSize);
        for (var start = 0L; start < order.Length; start = bounds.End(start))
        {
            var positions = order[(int)start..(int)bounds.End(start)];
            using var raw = cat([.. positions.Select(position => Changed(data, position, epoch, augmentations))]);
            using var target = data.Train.Targets.index_select(0, tensor(positions));
            using var input = encoder.Encode(raw);
            yield return new Batch(input, target, positions.Length);
        }
    }

    private static Tensor Changed(DataSplits data, long position, int epoch, IAugmentation[] augmentations)
    {
        var source = data.Train.Sources[0];
        var bytes = new byte[source.Form.Bytes];
        source.Read(position, bytes);
        foreach (var augmentation in augmentations)
        {
            var random = new SampleRandom(0, epoch, position, SampleRandom.PurposeOf(augmentation.Name));
            augmentation.Apply(new ImageSample(source.Form, bytes, new byte[bytes.Length], data.Encoding.Mean.ToArray()), ref random);
        }
        return tensor(bytes, [1, .. source.Form.Shape]);
    }
}
