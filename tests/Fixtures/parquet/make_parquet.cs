// Writes the Parquet files of the tests with Apache's C++ library: dotnet run make_parquet.cs
#:package ParquetSharp@25.0.1.2
#:property PublishAot=false
using ParquetSharp;

var columns = new Column[]
{
    new Column<double>("size"), new Column<int>("count"), new Column<bool>("blue"), new Column<string>("soil"), new Column<float?>("height"),
    new Column<string>("kind"),
};
Write("flowers.parquet", [1.5f, 2, 3, 4]);
Write("missing.parquet", [1.5f, 2, null, 4]);
WriteGaps();

void Write(string name, float?[] heights)
{
    using var file = new ParquetFileWriter(name, columns, Compression.Snappy);
    Group(file, [1.5, 2.25], [3, -4], [true, false], ["clay", "sand"], heights[..2], ["rose", "lily"]);
    Group(file, [0.5, 8], [5, 6], [false, true], ["clay", "chalk"], heights[2..], ["lily", "rose"]);
    file.Close();
}

void WriteGaps()
{
    using var file = new ParquetFileWriter(
        "gaps.parquet", [new Column<double?>("size"), new Column<int?>("count"), new Column<string?>("soil"), new Column<string?>("kind")]);
    using (var group = file.AppendRowGroup())
    {
        Column<double?>(group, [1.5, null, 2.5]);
        Column<int?>(group, [3, 4, 5]);
        Column<string?>(group, ["clay", null, "sand"]);
        Column<string?>(group, ["rose", "lily", "rose"]);
    }
    using (var group = file.AppendRowGroup())
    {
        Column<double?>(group, [double.NaN, 4]);
        Column<int?>(group, [null, 6]);
        Column<string?>(group, ["", "clay"]);
        Column<string?>(group, ["lily", "rose"]);
    }
    file.Close();
}

static void Group(
    ParquetFileWriter file, double[] sizes, int[] counts, bool[] blues, string[] soils, float?[] heights, string[] kinds)
{
    using var group = file.AppendRowGroup();
    Column(group, sizes);
    Column(group, counts);
    Column(group, blues);
    Column(group, soils);
    Column(group, heights);
    Column(group, kinds);
}

static void Column<T>(RowGroupWriter group, T[] values)
{
    using var writer = group.NextColumn().LogicalWriter<T>();
    writer.WriteBatch(values);
}
