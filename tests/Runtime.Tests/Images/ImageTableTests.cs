using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Images;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Images;

public sealed class ImageTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ImageTableTests()
    {
        foreach (var name in new[] { "1.png", "2.png", "3.png", "4.png" })
        {
            File.Copy(PictureFile.Of("colours.png"), _folder.File(name));
        }
    }

    private string Table => _folder.File("labels.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_column_names_the_picture_and_the_last_one_the_class()
    {
        var data = Load("file,width,kind\n2.png,7,dog\n1.png,8,cat\n");

        Assert.Equal(["cat", "dog"], data.ClassNames);
        Assert.Equal([1L, 0L], data.Targets.data<long>().ToArray());
        Assert.Equal(_folder.File("2.png"), data.NameOf(0));
        Assert.Equal([3L, 17L, 23L], data.InputShape);
    }

    [Fact]
    public void Columns_are_found_by_name_and_endings_added()
    {
        var options = new ImageTableOptions { File = "id", Targets = ["age"], Group = "patient", Ending = ".png" };

        var data = Load("patient,age,id\nx,1.5,1\nx,2,2\ny,3,3\nz,4,4\n", options);

        Assert.Equal([1.5f, 2f, 3f, 4f], data.Targets.data<float>().ToArray());
        Assert.Equal(["x", "x", "y", "z"], data.Groups);
        var splits = data.Split(splitSeed: 1, validation: 0.25, test: 0.25);
        Assert.Empty(splits.Train.Groups.Intersect(splits.Test!.Groups.Concat(splits.Validation!.Groups)));
    }

    [Theory]
    [InlineData("file,kind\n1.png,a\n9.png,b\n", ", line 3, column 'file': there is no picture ")]
    [InlineData("file,kind\n,a\n", ", line 2, column 'file': there is no picture ")]
    [InlineData("file,kind\n1.png\n", ", line 2: the row has 1 values where 2 were expected; each row needs one value per column")]
    [InlineData("file,kind\n", ": the table has a header but no rows; give one row per picture")]
    [InlineData("", ": the table is empty; give a line of names and one row per picture")]
    [InlineData("file\n1.png\n", ", line 1: one column cannot name both the picture and its class; give File and Label")]
    [InlineData("file,a,a,kind\n", ", line 1: column 'a' appears 2 times; give each column a name of its own")]
    [InlineData("file,kind\n1.png,\n", ", line 2, column 'kind': the label is missing; fill it in or remove the row")]
    public void What_is_wrong_is_said_with_its_line(string content, string expected) =>
        Assert.StartsWith(Table + expected, Assert.Throws<TrainException>(() => Load(content)).Message);

    private DataSet Load(string content, ImageTableOptions? options = null)
    {
        File.WriteAllText(Table, content);
        return ImageTable.Load(Table, options);
    }
}
