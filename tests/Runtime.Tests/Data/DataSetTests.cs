using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class DataSetTests
{
    [Fact]
    public void ValuesThatAreNotFiniteAreNamedBySample()
    {
        Assert.StartsWith("input of sample 1 is NaN", Message(static () => DataSet.FromArrays(new[,] { { 1f }, { float.NaN } }, [0L, 1L])), StringComparison.Ordinal);
        Assert.StartsWith(
            "target of sample 0 is NaN", Message(static () => DataSet.FromArrays(new float[2, 1], new[,] { { float.NegativeInfinity }, { 1f } })), StringComparison.Ordinal);
    }

    [Fact]
    public void ShapesAndTypesAreChecked()
    {
        Assert.Contains("their first sizes must agree", Message(static () => DataSet.FromArrays(new float[2, 1], [0L])), StringComparison.Ordinal);
        Assert.Contains("the data set is empty", Message(static () => DataSet.FromArrays(new float[0, 1], [])), StringComparison.Ordinal);
        Assert.Contains("give [count, …]", Message(static () => _ = new DataSet(torch.zeros(3), torch.zeros(3, dtype: ScalarType.Int64))), StringComparison.Ordinal);
        Assert.Contains("give int64 class indices", Message(static () => _ = new DataSet(torch.zeros(3, 1), torch.zeros(3))), StringComparison.Ordinal);
    }

    [Fact]
    public void ClassesMustHaveNamesOfTheirOwn()
    {
        Assert.Equal(["0", "1", "2"], DataSet.FromArrays(new float[2, 1], [0L, 2L]).ClassNames);
        Assert.Contains("class index 2 has no name", Message(static () => DataSet.FromArrays(new float[2, 1], [0L, 2L], ["a", "b"])), StringComparison.Ordinal);
        Assert.Contains("class index -1 is negative", Message(static () => DataSet.FromArrays(new float[1, 1], [-1L])), StringComparison.Ordinal);
        Assert.Contains("appears twice", Message(static () => DataSet.FromArrays(new float[1, 1], [0L], ["a", "a"])), StringComparison.Ordinal);
    }

    private static string Message(Action action) => Assert.Throws<TrainException>(action).Message;
}
