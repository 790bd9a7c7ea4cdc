using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Csv;

/// <summary>Columns of texts, missing values and files that are read like others.</summary>
public sealed class TableTests : IDisposable
{
    private const string Flowers = "size,colour,code,kind\n1.5,red,7,a\n2,blue,8,b\n,red,7,a\n4,green,8,b\n";
    private static readonly CsvOptions Filled = new() { OnMissing = OnMissingValue.Fill, Categories = ["code"] };
    private static readonly Placement Cpu = new(torch.CPU, torch.ScalarType.Float32);
    private readonly CsvFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Texts_become_a_number_for_each_category_and_types_are_told()
    {
        var data = DataSet.FromCsv(_files.Write(Flowers), Filled);

        Assert.Equal(["size", "colour=blue", "colour=green", "colour=red", "code=7", "code=8"], data.Columns);
        Assert.Equal(
            ["size: number, may be missing", "colour: 3 categories (blue, green, red)", "code: 2 categories (7, 8)"],
            data.RawInput!.Table.Select(static column => column.ToString()));
        Assert.Equal(
            [1.5f, 0, 0, 1, 1, 0, 2, 1, 0, 0, 0, 1, float.NaN, 0, 0, 1, 1, 0, 4, 0, 1, 0, 0, 1], data.Inputs.data<float>().ToArray());
    }

    [Fact]
    public void A_missing_number_is_the_training_splits_mean_in_either_encoder()
    {
        var data = DataSet.FromCsv(_files.Write(Flowers), Filled);
        var encoding = new DataSplits(data).Encoding;
        using var scope = torch.NewDisposeScope();

        Assert.Equal(2.5, encoding.Mean[0], 1e-12);
        Assert.Equal(Math.Sqrt((1 + 0.25 + 2.25) / 3), encoding.Scale[0], 1e-12);
        var encoded = new InputEncoder(encoding, Cpu).Encode(data.Inputs);
        Assert.Equal(0, encoded[2, 0].ToSingle());
        var loader = BatchLoader.InOrder(data, encoding, 4, Cpu);
        foreach (var batch in loader)
        {
            Assert.Equal(encoded.data<float>().ToArray(), batch.Input.data<float>().ToArray());
        }
    }

    [Fact]
    public void Raw_rows_are_read_as_the_training_file_was()
    {
        var encoding = new DataSplits(DataSet.FromCsv(_files.Write(Flowers), Filled)).Encoding;

        float[][] expected = [[3, 0, 0, 1, 0, 1], [float.NaN, 1, 0, 0, 1, 0]];
        Assert.Equal(expected, CsvRows.Read(_files.Write("code,extra,colour,size\n8,x,red,3\n7,y,blue,\n"), encoding));
        Assert.Equal(expected, CsvRows.Read(_files.Write("3,red,8\n,blue,7\n"), encoding));
        Assert.Equal(expected[0], CsvRows.Parse(["3", "red", "8"], encoding));
    }

    [Theory]
    [InlineData("size,colour,code\n3,redd,8\n", ", line 2, column 'colour': 'redd' is none of the categories blue, green, red; did you mean 'red'?")]
    [InlineData("size,colour,code\nx,red,8\n", ", line 2, column 'size': 'x' is not a number, and only numbers can be inputs")]
    [InlineData("size,code\n3,8\n", ", line 1: the model needs a column 'colour'; the file has size, code")]
    public void Raw_rows_that_are_not_alike_are_refused(string content, string expected)
    {
        var encoding = new DataSplits(DataSet.FromCsv(_files.Write(Flowers), Filled)).Encoding;

        Assert.Equal(_files.At(expected), Assert.Throws<TrainException>(() => CsvRows.Read(_files.Write(content), encoding)).Message);
    }

    [Fact]
    public void A_typed_row_is_refused_by_the_place_of_its_value()
    {
        var encoding = new DataSplits(DataSet.FromCsv(_files.Write(Flowers), Filled)).Encoding;

        Assert.Equal(
            "value 2 of the row, 'colour': 'pink' is none of the categories blue, green, red",
            Assert.Throws<TrainException>(() => CsvRows.Parse(["3", "pink", "8"], encoding)).Message);
        Assert.Equal(
            "the row has 2 values; the model takes 3, in the order of its training",
            Assert.Throws<TrainException>(() => CsvRows.Parse(["3", "red"], encoding)).Message);
    }

    [Fact]
    public void Another_file_keeps_the_first_ones_columns_categories_and_classes()
    {
        var train = _files.Write(Flowers, "train.csv");
        var test = _files.Write("kind,code,size,colour\nb,7,9,red\n", "test.csv");

        var splits = DataSplits.FromCsv(train, test: test, options: Filled with { Label = "kind" });

        Assert.Equal([9f, 0, 0, 1, 1, 0], splits.Test!.Inputs.to(torch.float32).data<float>().ToArray());
        Assert.Equal([1L], splits.Test.Targets.data<long>().ToArray());
        Assert.Equal(["a", "b"], splits.Test.ClassNames);
    }

    [Theory]
    [InlineData("kind,code,size,colour\nb,7,9,pink\n", "line 2, column 'colour': 'pink' is none of the categories blue, green, red")]
    [InlineData("kind,code,size,colour\nc,7,9,red\n", "line 2, column 'kind': 'c' is none of the classes a, b; did you mean 'a'?")]
    [InlineData("kind,code,colour\nb,7,red\n", "there is no input column 'size'; the columns are kind, code, colour")]
    public void Another_file_with_something_new_is_refused(string content, string expected)
    {
        var train = _files.Write(Flowers, "train.csv");

        var error = Assert.Throws<TrainException>(
            () => DataSplits.FromCsv(train, test: _files.Write(content, "test.csv"), options: Filled with { Label = "kind" }));

        Assert.EndsWith(expected, error.Message);
    }

    [Fact]
    public void A_missing_text_is_a_category_of_its_own()
    {
        var data = DataSet.FromCsv(
            _files.Write("colour,kind\nred,a\nNA,b\n,a\n"), new CsvOptions { OnMissing = OnMissingValue.Fill });

        Assert.Equal("colour: 2 categories (missing, red)", Assert.Single(data.RawInput!.Table).ToString());
        Assert.Equal([0f, 1, 1, 0, 1, 0], data.Inputs.to(torch.float32).data<float>().ToArray());
    }

    [Fact]
    public void A_text_that_is_missing_before_the_first_one_is_the_category_of_missing_ones()
    {
        var data = DataSet.FromCsv(
            _files.Write("colour,kind\n,a\nNA,b\nred,a\nblue,b\n,a\n"), new CsvOptions { OnMissing = OnMissingValue.Fill });

        Assert.Equal(["colour=", "colour=blue", "colour=red"], data.Columns);
        byte[] expected = [1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0];
        Assert.Equal(expected, data.Inputs.data<byte>());
    }

    [Fact]
    public void A_group_is_no_input()
    {
        var data = DataSet.FromCsv(_files.Write("patient,x,kind\np1,1,a\np2,2,b\n"), new CsvOptions { Group = "patient" });

        Assert.Equal(["x"], data.Columns);
        Assert.Equal(["p1", "p2"], data.Groups);
    }

    [Theory]
    [InlineData("x,y,kind\nred,1,a\n5,2,b\n", ", line 3, column 'x': '5' is a number, and line 2 has the text 'red'; correct the wrong one, or name the column in Categories")]
    [InlineData("x,y,kind\n\"1,5\",1,a\n", ", line 2, column 'x': '1,5' is not a number; write 1.5 with a point")]
    public void Columns_that_mix_numbers_and_texts_are_refused(string content, string expected) =>
        Assert.Equal(_files.At(expected), Assert.Throws<TrainException>(() => DataSet.FromCsv(_files.Write(content))).Message);

    [Fact]
    public void A_column_of_names_is_no_category()
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(static row => $"name{row},{row},a\n"));

        Assert.Equal(
            _files.At(": column 'x' has 30 different texts in 30 rows, which look like names, not categories; "
                + "leave the column out with Ignore, or name it in Categories"),
            Assert.Throws<TrainException>(() => DataSet.FromCsv(_files.Write("x,y,kind\n" + rows))).Message);
        Assert.Equal(31, DataSet.FromCsv(_files.Write("x,y,kind\n" + rows), new CsvOptions { Categories = ["x"] }).Columns.Count);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_named_by_their_line()
    {
        var path = _files.Write("");
        File.WriteAllBytes(path, [.. "x,kind\n1,a\n2,b\n3,"u8, 0xFC, (byte)'\n', .. "4,c\n"u8]);

        Assert.Equal(
            _files.At(", line 4: the line holds bytes that are no UTF-8; save the file as UTF-8"),
            Assert.Throws<TrainException>(() => DataSet.FromCsv(path)).Message);
    }

    [Fact]
    public void A_packed_table_that_swells_beyond_measure_is_refused()
    {
        var path = _files.WritePacked("x,kind\n" + string.Concat(Enumerable.Repeat("0,0\n", 20_000_000)));

        Assert.Contains(
            "the packed file swells to more than 67108864 bytes", Assert.Throws<TrainException>(() => DataSet.FromCsv(path)).Message);
    }
}
