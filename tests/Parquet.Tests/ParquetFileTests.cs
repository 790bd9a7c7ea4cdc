using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Parquet.Tests;

/// <summary>Files that another library wrote (<c>tests/Fixtures/parquet/make_parquet.cs</c>).</summary>
public sealed class ParquetFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trainsdk-parquet-").FullName;

    private static string Flowers => Fixture("flowers.parquet");

    private static string Gaps => Fixture("gaps.parquet");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Numbers_stay_texts_become_categories_and_the_last_column_is_the_class()
    {
        var data = ParquetFile.Load(Flowers);

        Assert.Equal(["size", "count", "blue", "soil=chalk", "soil=clay", "soil=sand", "height"], data.Columns);
        Assert.Equal(["lily", "rose"], data.ClassNames);
        Assert.Equal([1L, 0, 0, 1], data.Targets.data<long>().ToArray());
        Assert.Equal(
            [
                1.5f, 3, 1, 0, 1, 0, 1.5f,
                2.25f, -4, 0, 0, 0, 1, 2,
                0.5f, 5, 0, 0, 1, 0, 3,
                8, 6, 1, 1, 0, 0, 4,
            ],
            data.Inputs.data<float>().ToArray());
        Assert.Equal("soil: 3 categories (chalk, clay, sand)", data.RawInput!.Table[3].ToString());
    }

    [Fact]
    public void Columns_are_found_by_name()
    {
        var data = ParquetFile.Load(Flowers, new ParquetOptions { Targets = ["height", "size"], Ignore = ["kind", "soil"] });

        Assert.Equal(["count", "blue"], data.Columns);
        Assert.Equal([1.5f, 1.5f, 2, 2.25f, 3, 0.5f, 4, 8], data.Targets.data<float>().ToArray());
        Assert.Equal(["-4", "3", "5", "6"], ParquetFile.Load(Flowers, new ParquetOptions { Label = "count" }).ClassNames);
    }

    [Fact]
    public void A_missing_value_is_named_by_row_and_column() => Refused(
        Fixture("missing.parquet"), new ParquetOptions(),
        ": row 3, column 'height': the value is missing; fill it in or remove the row, or set OnMissing to Fill");

    [Theory]
    [InlineData("", "row 2, column 'size'")]
    [InlineData("size", "row 4, column 'count'")]
    [InlineData("size,count", "row 2, column 'soil'")]
    public void Missing_values_are_refused_by_default(string ignored, string place) => Refused(
        Gaps, new ParquetOptions { Ignore = ignored.Split(',', StringSplitOptions.RemoveEmptyEntries) },
        $": {place}: the value is missing; fill it in or remove the row, or set OnMissing to Fill");

    [Fact]
    public void Missing_values_are_filled_as_those_of_a_text_file_are()
    {
        var text = Path.Combine(_folder, "gaps.csv");
        File.WriteAllText(text, "size,count,soil,kind\n1.5,3,clay,rose\n,4,,lily\n2.5,5,sand,rose\nNaN,,,lily\n4,6,clay,rose\n");
        var expected = DataSet.FromCsv(text, new CsvOptions { OnMissing = OnMissingValue.Fill });

        var data = ParquetFile.Load(Gaps, new ParquetOptions { OnMissing = OnMissingValue.Fill });

        Assert.Equal(expected.Columns, data.Columns);
        Assert.Equal(expected.RawInput!.Table, data.RawInput!.Table);
        Assert.Equal(expected.ClassNames, data.ClassNames);
        Assert.Equal(expected.Targets.data<long>().ToArray(), data.Targets.data<long>().ToArray());
        Assert.Equal(expected.Inputs.data<float>().ToArray(), data.Inputs.data<float>().ToArray());
        Assert.Equal(
            [1.5f, 3, 0, 1, 0, float.NaN, 4, 1, 0, 0, 2.5f, 5, 0, 0, 1, float.NaN, float.NaN, 1, 0, 0, 4, 6, 0, 1, 0],
            data.Inputs.data<float>().ToArray());
        var encoding = new DataSplits(data).Encoding;
        Assert.Equal((1.5 + 2.5 + 4) / 3, encoding.Mean[0], 1e-12);
        Assert.Equal(new DataSplits(expected).Encoding.Mean, encoding.Mean);
        Assert.Equal(new DataSplits(expected).Encoding.Scale, encoding.Scale);
    }

    [Fact]
    public void Missing_labels_and_targets_are_refused_all_the_same()
    {
        var fill = new ParquetOptions { OnMissing = OnMissingValue.Fill };
        Refused(
            Gaps, fill with { Label = "soil" }, ": row 2, column 'soil': the value is missing; fill it in or remove the row");
        Refused(
            Gaps, fill with { Targets = ["size"] }, ": row 2, column 'size': the value is missing; fill it in or remove the row");
    }

    [Fact]
    public void An_unknown_column_is_refused() => Refused(
        Flowers, new ParquetOptions { Label = "kin" }, ": there is no column 'kin'; the columns are size, count, blue, soil, height, kind");

    [Fact]
    public void A_class_that_is_not_given_is_named() => Refused(
        Flowers, new ParquetOptions { ClassNames = ["rose"] }, ": row 2, column 'kind': 'lily' is none of the classes rose");

    [Fact]
    public void A_missing_file_is_named_in_full() => Assert.Equal(
        $"data file not found: {Path.Combine(_folder, "x")} (a relative path starts at the working directory)",
        Assert.Throws<TrainException>(() => ParquetFile.Load(Path.Combine(_folder, "x"))).Message);

    [Fact]
    public void Damaged_files_are_refused_or_read()
    {
        var good = File.ReadAllBytes(Flowers);
        var path = Path.Combine(_folder, "mutant.parquet");
        var refused = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var bytes = good.ToArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, seed % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            try
            {
                using var scope = torch.NewDisposeScope();
                ParquetFile.Load(path);
            }
            catch (TrainException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 100, 500);
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    private static void Refused(string path, ParquetOptions options, string expected) =>
        Assert.Equal(path + expected, Assert.Throws<TrainException>(() => ParquetFile.Load(path, options)).Message);
}
