using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Tables whose columns were made numbers of elsewhere.</summary>
public sealed class TableDataSetTests
{
    private static readonly TableColumn Size = new("size") { MayBeMissing = true };
    private static readonly TableColumn Soil = new("soil") { Categories = ["", "clay"] };

    [Fact]
    public void AMissingNumberCountsAsTheMean()
    {
        var data = DataSet.FromTable([Size, Soil], Rows(), torch.tensor([0L, 1, 0]), ["rose", "lily"]);
        Assert.Equal(["size", "soil=", "soil=clay"], data.Columns);
        Assert.Equal([Size, Soil], data.RawInput!.Table);
        var encoding = new DataSplits(data).Encoding;
        Assert.Equal(2, encoding.Mean[0], 1e-12);
        using var encoder = new InputEncoder(encoding, new Placement(torch.CPU, ScalarType.Float32));
        using var encoded = encoder.Encode(data.Inputs);
        Assert.Equal([-1f, 0, 1], [.. encoded.select(1, 0).contiguous().data<float>()]);
    }

    [Fact]
    public void ColumnsOfNumbersAloneNeedNoTable() =>
        Assert.Empty(DataSet.FromTable([new("a"), new("b")], torch.rand(2, 2), torch.tensor([0L, 1])).RawInput!.Table);

    [Fact]
    public void NumbersThatMustNotBeMissingAreRefused() => Refused(
        "column 'size' of sample 1 is NaN or infinite (1 such values); remove or fill these samples before training",
        [Size with { MayBeMissing = false }, Soil], Rows());

    [Fact]
    public void InfinityIsNotMissing()
    {
        using var rows = torch.tensor(new[,] { { float.PositiveInfinity, 0, 1 }, { 1, 0, 1 }, { 2, 1, 0 } });
        Refused("column 'size' of sample 0 is NaN or infinite (1 such values); remove or fill these samples before training", [Size, Soil], rows);
    }

    [Fact]
    public void RowsOfAnotherWidthAreRefused() =>
        Refused("the rows are Float32 [3, 3], and the columns become 1 numbers; give floating point [count, 1]", [Size], Rows());

    private static Tensor Rows() => torch.tensor(new[,] { { 1, 0, 1 }, { float.NaN, 1, 0 }, { 3, 0, 1 } });

    private static void Refused(string expected, TableColumn[] columns, Tensor rows) => Assert.Equal(
        expected, Assert.Throws<TrainException>(() => DataSet.FromTable(columns, rows, torch.tensor([0L, 1, 0]))).Message);
}
