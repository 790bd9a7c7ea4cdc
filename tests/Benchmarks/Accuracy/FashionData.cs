using TrainSdk.Benchmarks.Data;
using TrainSdk.Data;

namespace TrainSdk.Benchmarks.Accuracy;

/// <summary>Fashion-MNIST: 54,000 pictures to learn from, 6,000 to choose the best epoch by, and the 10,000 of the test set.</summary>
internal static class FashionData
{
    private const int Few = 300;

    /// <exception cref="TrainException">Debian's package dataset-fashion-mnist is not installed.</exception>
    public static DataSplits Load()
    {
        if (!Directory.Exists(Pictures.Folder))
        {
            throw new TrainException($"{Pictures.Folder} is missing; install Debian's package dataset-fashion-mnist");
        }
        var splits = Read("train").Split(splitSeed: 0, validation: 0.1, test: 0);
        return new DataSplits(splits.Train, splits.Validation, Read("t10k"));
    }

    /// <summary>Some hundreds, to see that it works.</summary>
    public static DataSplits LoadFew() => Pictures.Load(Few).Split(splitSeed: 0);

    private static DataSet Read(string part) => IdxFile.Load(
        Path.Combine(Pictures.Folder, $"{part}-images-idx3-ubyte.gz"), Path.Combine(Pictures.Folder, $"{part}-labels-idx1-ubyte.gz"));
}
