using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Csv;

public sealed class CsvRowsTests : IDisposable
{
    private const string InOrder = ", in the order of its training; leave out a label column";
    private static readonly InputEncoding Named = InputEncoding.None(2) with { Columns = ["x", "y"] };
    private static readonly InputEncoding Image = InputEncoding.None(1, 2, 2);
    private readonly CsvFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_header_is_matched_by_name_and_other_columns_are_passed_over() => Gives("kind,y,x\nrose,2,1\n", Named, [1, 2]);

    [Fact]
    public void A_header_of_numbers_is_known_by_the_models_own_names() =>
        Gives("7,8\n1,2\n", InputEncoding.None(2) with { Columns = ["8", "7"] }, [2, 1]);

    [Fact]
    public void Without_a_header_positions_count() => Gives("1,2\n3,4\n", Named, [1, 2], [3, 4]);

    [Fact]
    public void An_image_is_a_row_of_all_its_values() => Gives("1,2,3,4\n", Image, [1, 2, 3, 4]);

    [Fact]
    public void A_model_without_column_names_takes_any_header_by_position() => Gives("a,b,c,d\n1,2,3,4\n", Image, [1, 2, 3, 4]);

    [Fact]
    public void Packed_files_are_read_too() => Assert.Equal([[1f, 2f]], CsvRows.Read(_files.WritePacked("1,2\n"), Named));

    [Theory]
    [InlineData("x,z\n1,2\n", ", line 1: the model needs a column 'y'; did you mean 'x'?; the file has x, z")]
    [InlineData("x,y\n1,2,3\n", ", line 2: the row has 3 values; the header names 2")]
    [InlineData("1,2,0\n", ", line 1: the row has 3 values; the model takes 2" + InOrder)]
    [InlineData("x,y\n1,\"0,5\"\n", ", line 2, column 'y': '0,5' is not a number; write 0.5 with a point")]
    [InlineData("x,y\n1,two\n", ", line 2, column 'y': 'two' is not a number, and only numbers can be inputs")]
    [InlineData("1,nan\n", ", line 1, column 2: 'nan' is not a finite number; fill it in or remove the row")]
    [InlineData("", ": the file is empty; give one row per sample")]
    [InlineData("x,y\n", ": the file has a header but no rows; give one row per sample")]
    public void Says_what_is_wrong_where_and_what_to_do(string content, string expected)
    {
        var error = Assert.Throws<TrainException>(() => CsvRows.Read(_files.Write(content), Named));

        Assert.Equal(_files.At(expected), error.Message);
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ", line 1: the row has 3 values; the model takes 4" + InOrder)]
    [InlineData("a,b,c,d\n1,2,3\n", ", line 2: the row has 3 values; the header names 4")]
    public void A_header_for_an_image_names_all_its_values(string content, string expected) => Assert.Equal(
        _files.At(expected), Assert.Throws<TrainException>(() => CsvRows.Read(_files.Write(content), Image)).Message);

    private void Gives(string content, InputEncoding encoding, params float[][] expected) =>
        Assert.Equal(expected, CsvRows.Read(_files.Write(content), encoding));
}
