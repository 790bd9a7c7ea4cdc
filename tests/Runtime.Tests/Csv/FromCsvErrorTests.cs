using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Csv;

/// <summary>What the user reads when a file is not as expected: file, line, column and cure in one line.</summary>
public sealed class FromCsvErrorTests : IDisposable
{
    private const string OnlyNumbers = "is not a number, and only numbers can be inputs; "
        + "leave the column out with Ignore, or name it as the Label or in Categories";
    private const string SetSeparator = "if something else than , ; | or a tab separates values, set Separator";
    private const string NotWhole = "is not a whole number, and class numbers are; "
        + "to predict numbers name the column in Targets, to read names give ClassNames";
    private readonly CsvFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_missing_file_is_named_in_full()
    {
        var error = Assert.Throws<TrainException>(() => DataSet.FromCsv(_files.Missing));

        Assert.Equal($"data file not found: {_files.Missing} (a relative path starts at the working directory)", error.Message);
    }

    [Fact]
    public void A_relative_path_that_misses_shows_where_it_led() => Assert.Contains(
        Path.Combine(Environment.CurrentDirectory, "absent", "x.csv"),
        Assert.Throws<TrainException>(() => DataSet.FromCsv("absent/x.csv")).Message);

    [Fact]
    public void A_folder_is_no_file() => Assert.StartsWith(
        "cannot read the data file ",
        Assert.Throws<TrainException>(() => DataSet.FromCsv(Path.GetDirectoryName(_files.Missing)!)).Message);

    [Fact]
    public void Text_that_only_claims_to_be_packed_is_refused()
    {
        var path = _files.Write("x,kind\n1,0\n", "plain.csv.gz");

        Assert.Equal(
            $"{path} ends in .gz but is not a whole gzip file; fetch it again or take the ending off",
            Assert.Throws<TrainException>(() => DataSet.FromCsv(path)).Message);
    }

    [Theory]
    [InlineData("", ": the file is empty; give one row per sample")]
    [InlineData("\n\n", ": the file is empty; give one row per sample")]
    [InlineData("x,kind\n", ": the file has a header but no rows; give one row per sample, or set Header = false")]
    [InlineData("x,kind\n1,0\n1,2,0\n", ", line 3: the row has 3 values where 2 were expected; each row needs one value per column")]
    [InlineData("x,kind\n1,0\n\n1\n", ", line 4: the row has 1 values where 2 were expected; each row needs one value per column")]
    [InlineData("x,y,kind\n1,2,0\n1,?,0\n", ", line 3, column 'y': '?' " + OnlyNumbers)]
    [InlineData("x,y,kind\n1,\"0,5\",0\n", ", line 2, column 'y': '0,5' is not a number; write 0.5 with a point")]
    [InlineData("x;y;kind\n1;0,5;0\n", ", line 2, column 'y': '0,5' is not a number; write 0.5 with a point")]
    [InlineData("x,y,kind\n1,,0\n", ", line 2, column 'y': the value is missing; fill it in or remove the row, or set OnMissing to Fill")]
    [InlineData("x,y,kind\n1,NaN,0\n", ", line 2, column 'y': 'NaN' is not a finite number; fill it in or remove the row")]
    [InlineData("x,y,kind\n1,-Infinity,0\n", ", line 2, column 'y': '-Infinity' is not a finite number; fill it in or remove the row")]
    [InlineData("x,y,kind\n1,1e39,0\n", ", line 2, column 'y': '1e39' is not a finite number; fill it in or remove the row")]
    [InlineData("x,kind\n1,a\n1,\n", ", line 3, column 'kind': the label is missing; fill it in or remove the row")]
    [InlineData("x,kind\n1,0\n1,cat\n", ", line 3, column 'kind': label 'cat' " + NotWhole)]
    [InlineData("x,kind\n1,0.5\n", ", line 2, column 'kind': label '0.5' " + NotWhole)]
    [InlineData("x,y,x,x,kind\n1,2,3,4,0\n", ", line 1: column 'x' appears 3 times; give each column a name of its own")]
    [InlineData("1,2,0\n3,4,1\n", ", line 1: the header consists of numbers; if the file has none, set Header = false")]
    [InlineData("kind\n1\n", ", line 1: of 1 columns none is left as an input; " + SetSeparator)]
    [InlineData("x,kind\n\"1\"2,0\n", ", line 2: a quotation mark is out of place; quote a whole value, and write \"\" for one inside it")]
    public void Says_what_is_wrong_where_and_what_to_do(string content, string expected)
    {
        var error = Assert.Throws<TrainException>(() => DataSet.FromCsv(_files.Write(content)));

        Assert.Equal(_files.At(expected), error.Message);
    }

    [Fact]
    public void An_unknown_label_column_is_answered_with_the_nearest() => Fails(
        "length,kind\n1,0\n", new CsvOptions { Label = "knid" },
        ": there is no label column 'knid'; did you mean 'kind'?; the columns are length, kind");

    [Fact]
    public void An_unknown_target_column_is_answered_with_the_nearest() => Fails(
        "length,price\n1,0\n", new CsvOptions { Targets = ["prize"] },
        ": there is no target column 'prize'; did you mean 'price'?; the columns are length, price");

    [Fact]
    public void A_label_by_name_needs_names() => Fails(
        "1,0\n", new CsvOptions { Header = false, Label = "kind" },
        ": the label column 'kind' was asked for, but the columns have no names; give Columns");

    [Fact]
    public void Names_for_a_file_that_has_its_own_are_refused() => Fails(
        "x,kind\n1,0\n", new CsvOptions { Columns = ["x", "kind"] },
        ": Columns names the columns of a file without a header; set Header = false, with SkipLines = 1 to pass over the file's own");

    [Fact]
    public void Unnamed_columns_are_counted_from_one_and_skipped_lines_count() => Fails(
        "about\nthis\n1,2,0\n1,x,0\n", new CsvOptions { Header = false, SkipLines = 2 },
        ", line 4, column 2: 'x' " + OnlyNumbers);

    [Fact]
    public void A_label_beyond_the_given_classes_is_out_of_range() => Fails(
        "x,kind\n1,0\n1,2\n", new CsvOptions { ClassNames = ["no", "yes"] },
        ", line 3, column 'kind': label '2' is out of range: 2 classes have the indices 0 to 1");

    [Fact]
    public void A_label_that_is_no_given_class_is_answered_with_the_nearest() => Fails(
        "x,kind\n1,no\n1,yess\n", new CsvOptions { ClassNames = ["no", "yes"] },
        ", line 3, column 'kind': 'yess' is none of the classes no, yes; did you mean 'yes'?");

    [Fact]
    public void A_class_named_twice_is_refused() => Fails(
        "x,kind\n1,no\n", new CsvOptions { ClassNames = ["no", "no"] }, ": ClassNames names a class twice: no, no");

    [Fact]
    public void A_shape_must_hold_all_inputs() => Fails(
        "1,2,3,0\n", new CsvOptions { Header = false, Shape = [1, 2, 2] },
        ": 3 input columns don't fill the Shape [1, 2, 2]; correct it");

    [Fact]
    public void A_long_cell_of_many_lines_still_gives_one_line()
    {
        var error = Assert.Throws<TrainException>(() => DataSet.FromCsv(_files.Write($"x,kind\n\"a\n{new string('b', 500)}\",0\n".Replace("kind\n", "kind\n1,0\n", StringComparison.Ordinal))));

        Assert.DoesNotContain('\n', error.Message);
        Assert.Contains($"'a {new string('b', 38)}…' is not a number", error.Message);
    }

    private void Fails(string content, CsvOptions options, string expected)
    {
        var error = Assert.Throws<TrainException>(() => DataSet.FromCsv(_files.Write(content), options));

        Assert.Equal(_files.At(expected), error.Message);
    }
}
