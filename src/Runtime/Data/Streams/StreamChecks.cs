using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data.Streams;

/// <summary>What must hold of every batch of a stream: nobody has seen it before.</summary>
internal static class StreamChecks
{
    /// <summary>Refuses a batch that is not as the stream's first samples were.</summary>
    /// <param name="data">The stream's data set.</param>
    /// <param name="samples">The batch.</param>
    /// <param name="first">The number of its first sample.</param>
    /// <exception cref="TrainException">A type or shape is another, a class index is out of range, or a value is not finite.</exception>
    public static void Same(DataSet data, SampleBatch samples, long first)
    {
        if (samples.Inputs.Count != data.Sources.Count)
        {
            throw new TrainException(
                $"collate gave {samples.Inputs.Count} inputs, and {data.Sources.Count} for the stream's first samples");
        }
        foreach (var (tensor, source) in samples.Inputs.Append(samples.Target).Zip(data.Sources.Append(data.TargetSource)))
        {
            if (tensor.dtype != source.Form.Type || tensor.dim() != source.Form.Shape.Count + 1 || !SameSizes(tensor, source.Form))
            {
                throw new TrainException(
                    $"samples from number {first} of the stream are {tensor.dtype} [{string.Join(", ", tensor.shape)}], "
                    + $"the first ones were {source.Form.Type} of shape {source.Form.ShapeText} each");
            }
        }
        if (data.IsClassification)
        {
            Labels(samples.Target, data.ClassNames.Count, first);
        }
    }

    // Sequences are as long as the longest of their batch.
    private static bool SameSizes(Tensor tensor, SampleForm form) =>
        form.Type == ScalarType.Int64 || tensor.shape.AsSpan(1).SequenceEqual([.. form.Shape]);

    private static void Labels(Tensor labels, int classes, long first)
    {
        foreach (var (row, label) in labels.data<long>().Index())
        {
            if (label < 0 || label >= classes)
            {
                throw new TrainException(
                    $"sample {first + row} of the stream has class index {label}; {classes} classes have the indices 0 to {classes - 1}");
            }
        }
    }
}
