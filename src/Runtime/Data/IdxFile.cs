using TorchSharp;
using TrainSdk.Data.Reading;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Reads files in the IDX format of MNIST and its followers, packed by gzip or not: a magic number, the sizes, then the numbers.
/// Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits".
/// </summary>
public static class IdxFile
{
    private const int ImageRank = 3;

    /// <summary>Reads images or rows with their class indices.</summary>
    /// <param name="inputs">
    /// File of [count, height, width], which becomes [count, 1, height, width] of uint8; or of other sizes, which are kept.
    /// </param>
    /// <param name="labels">File of [count] class indices.</param>
    /// <param name="classNames">Names of the classes by index; null to make names up.</param>
    /// <exception cref="TrainException">A file is missing, not in the format, or not whole; the counts differ, or a label is out of
    /// range.</exception>
    public static DataSet Load(string inputs, string labels, IReadOnlyList<string>? classNames = null)
    {
        using var scope = torch.NewDisposeScope();
        var numbers = Read(inputs);
        var classes = Read(labels).to(ScalarType.Int64);
        if (classes.dim() != 1)
        {
            throw new TrainException(
                $"{labels}: the labels have the sizes [{string.Join(", ", classes.shape)}]; give one label per sample");
        }
        if (numbers.shape[0] != classes.shape[0])
        {
            throw new TrainException(
                $"{inputs} holds {numbers.shape[0]} samples and {labels} {classes.shape[0]} labels; give the two files of one set");
        }
        CheckRange(labels, classes, classNames);
        return new DataSet(AsInputs(numbers), classes, classNames);
    }

    /// <summary>Reads one file: uint8 as it is, whole numbers as int64, others as float32 or float64.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A tensor of the sizes that the file gives.</returns>
    /// <exception cref="TrainException">The file is missing, not in the format, or not whole.</exception>
    public static Tensor Read(string path)
    {
        using var file = DataFile.Open(path);
        return DataFile.Guarded(path, () => new IdxReader(path, file).Read());
    }

    private static Tensor AsInputs(Tensor numbers)
    {
        var inputs = numbers.dtype == ScalarType.Int64 ? numbers.to(ScalarType.Float32) : numbers;
        return inputs.dim() switch
        {
            1 => inputs.unsqueeze(1),
            ImageRank when inputs.dtype == ScalarType.Byte => inputs.unsqueeze(1),
            _ => inputs,
        };
    }

    private static void CheckRange(string path, Tensor labels, IReadOnlyList<string>? classNames)
    {
        var bad = (classNames is null ? labels < 0 : (labels < 0).logical_or(labels >= classNames.Count)).nonzero();
        if (bad.shape[0] > 0)
        {
            var position = bad[0, 0].ToInt64();
            var range = classNames is null
                ? "; class indices start at 0"
                : $": {classNames.Count} classes have the indices 0 to {classNames.Count - 1}";
            throw new TrainException($"{path}: label {labels[position].ToInt64()} of sample {position} is out of range{range}");
        }
    }
}
