using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Csv;

public sealed class FromCsvTests : IDisposable
{
    private readonly CsvFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_header_names_the_columns_and_the_last_one_is_the_label()
    {
        var data = DataSet.FromCsv(_files.Write("length,width,kind\n1.5,2,b\n-3e-1,4,a\n"));

        Assert.Equal(["length", "width"], data.Columns);
        Assert.Equal(["a", "b"], data.ClassNames);
        Assert.Equal([1L, 0L], data.Targets.data<long>().ToArray());
        Assert.Equal([1.5f, 2f, -0.3f, 4f], data.Inputs.data<float>().ToArray());
        Assert.Equal([2L, 2L], data.Inputs.shape);
    }

    [Fact]
    public void A_label_is_found_by_name_and_columns_can_be_left_out()
    {
        var data = DataSet.FromCsv(_files.Write("id,kind,x\n7,b,1.5\n8,a,2.5\n"), new CsvOptions { Label = "kind", Ignore = ["id"] });

        Assert.Equal(["x"], data.Columns);
        Assert.Equal([1L, 0L], data.Targets.data<long>().ToArray());
    }

    [Fact]
    public void A_packed_file_without_a_header_becomes_images_of_bytes()
    {
        var data = DataSet.FromCsv(_files.WritePacked("0,255,3,4,1\n5,6,7,8,0\n"), new CsvOptions { Header = false, Shape = [1, 2, 2] });

        Assert.Equal(torch.ScalarType.Byte, data.Inputs.dtype);
        Assert.Equal([2L, 1L, 2L, 2L], data.Inputs.shape);
        Assert.Equal(new byte[] { 0, 255, 3, 4, 5, 6, 7, 8 }, data.Inputs.data<byte>().ToArray());
        Assert.Empty(data.Columns);
    }

    [Theory]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("0.5")]
    public void One_value_that_is_no_byte_makes_them_all_floats(string value)
    {
        var data = DataSet.FromCsv(_files.Write($"1,2,0\n{value},4,1\n"), new CsvOptions { Header = false });

        Assert.Equal(torch.ScalarType.Float32, data.Inputs.dtype);
    }

    [Fact]
    public void Lines_before_the_table_are_passed_over_and_names_can_be_given()
    {
        var options = new CsvOptions { SkipLines = 1, Header = false, Columns = ["x", "y", "kind"], ClassNames = ["low", "high"] };
        var data = DataSet.FromCsv(_files.Write("2,2,low,high\n1.5,2,1\n3,4,0\n"), options);

        Assert.Equal(["x", "y"], data.Columns);
        Assert.Equal(["low", "high"], data.ClassNames);
        Assert.Equal([1L, 0L], data.Targets.data<long>().ToArray());
    }

    [Fact]
    public void Whole_numbers_as_labels_keep_their_names_in_numeric_order()
    {
        var data = DataSet.FromCsv(_files.Write("x,kind\n1,10\n2,9\n3,10.0\n"));

        Assert.Equal(["9", "10"], data.ClassNames);
        Assert.Equal([1L, 0L, 1L], data.Targets.data<long>().ToArray());
    }

    [Fact]
    public void Given_class_names_that_are_numbers_are_names_not_indices()
    {
        var data = DataSet.FromCsv(_files.Write("x,kind\n1,1\n2,2\n"), new CsvOptions { ClassNames = ["2", "1"] });

        Assert.Equal([1L, 0L], data.Targets.data<long>().ToArray());
    }

    [Fact]
    public void Target_columns_make_a_regression()
    {
        var data = DataSet.FromCsv(_files.Write("x,price,y,rent\n1,10.5,2,3\n4,5,6,7\n"), new CsvOptions { Targets = ["rent", "price"] });

        Assert.False(data.IsClassification);
        Assert.Equal(["x", "y"], data.Columns);
        Assert.Equal(torch.ScalarType.Float32, data.Targets.dtype);
        Assert.Equal([3f, 10.5f, 7f, 5f], data.Targets.data<float>().ToArray());
    }

    [Fact]
    public void Whole_targets_are_numbers_too()
    {
        var data = DataSet.FromCsv(_files.Write("x,price\n1,10\n4,5\n"), new CsvOptions { Targets = ["price"] });

        Assert.Equal([10f, 5f], data.Targets.data<float>().ToArray());
    }

    [Theory]
    [InlineData("a;b;kind\n1.5;2;0\n")]
    [InlineData("a\tb\tkind\n1.5\t2\t0\n")]
    [InlineData("a , b,kind\r\n\r\n 1.5, \"2\" ,0\r\n")]
    [InlineData("\uFEFFa,b,kind\n1.5,2,0")]
    public void Separators_quotes_spaces_blank_lines_and_byte_order_marks_do_not_matter(string content)
    {
        var data = DataSet.FromCsv(_files.Write(content));

        Assert.Equal(["a", "b"], data.Columns);
        Assert.Equal([1.5f, 2f], data.Inputs.data<float>().ToArray());
    }

    [Fact]
    public void Nothing_but_the_data_set_stays_alive()
    {
        var path = _files.Write("x,kind\n1,0\n2,1\n");
        using var outer = torch.NewDisposeScope();
        var data = DataSet.FromCsv(path);

        Assert.Equal(0, outer.DisposablesCount);
        data.Inputs.Dispose();
        data.Targets.Dispose();
    }
}
