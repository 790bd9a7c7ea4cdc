using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>The samples of one optimizer step, found again: which they are, and as the batches that the model was given.</summary>
internal static class StepSamples
{
    /// <summary>Positions in the training split of each batch of a step.</summary>
    /// <param name="samples">Samples in the split.</param>
    /// <param name="batchSize">Samples per batch.</param>
    /// <param name="accumulate">Batches per step.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="stepOfEpoch">Optimizer step of the epoch, from 0.</param>
    public static IReadOnlyList<long[]> Of(long samples, int batchSize, int accumulate, long seed, int epoch, long stepOfEpoch)
    {
        var order = Permutation.Of(samples, seed, epoch);
        var bounds = new BatchBounds(samples, batchSize);
        var first = stepOfEpoch * accumulate;
        var batches = new List<long[]>();
        var start = 0L;
        for (var batch = 0L; batch < first + accumulate && start < samples; batch++)
        {
            var end = bounds.End(start);
            if (batch >= first)
            {
                batches.Add(order[(int)start..(int)end]);
            }
            start = end;
        }
        return batches;
    }

    /// <summary>Samples as a batch; it belongs to the present dispose scope.</summary>
    /// <param name="data">The training split.</param>
    /// <param name="encoding">How inputs become numbers for the model.</param>
    /// <param name="placement">Where the model computes.</param>
    /// <param name="positions">The samples.</param>
    public static Batch Batch(DataSet data, InputEncoding encoding, Placement placement, long[] positions)
    {
        using var index = torch.tensor(positions);
        InputEncoding[] encodings = [encoding, .. encoding.Further];
        var inputs = data.AllInputs.Zip(encodings, (input, own) => Encoded(input.index_select(0, index), own, placement));
        var target = data.Targets.index_select(0, index);
        var dtype = target.is_floating_point() ? placement.Dtype : target.dtype;
        return new Batch([.. inputs], target.to(dtype, placement.Device), positions.Length);
    }

    private static Tensor Encoded(Tensor input, InputEncoding encoding, Placement placement)
    {
        using var encoder = new InputEncoder(encoding, placement);
        return encoder.Encode(input);
    }
}
