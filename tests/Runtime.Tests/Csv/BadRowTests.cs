using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Csv;

/// <summary>Rows that cannot be used and are left out, as if they had never been in the file.</summary>
public sealed class BadRowTests : IDisposable
{
    private const string Head = "size,colour,kind\n";
    private static readonly CsvOptions Skipping = new() { OnBadSample = OnBadSample.Skip };
    private readonly CsvFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("7,red\n", "the row has 2 values where 3 were expected")]
    [InlineData("7,red,a,\n", "the row has 4 values where 3 were expected")]
    [InlineData("wide,violet,a\n", "column 'size': 'wide' is not a number")]
    [InlineData(",violet,a\n", "column 'size': the value is missing")]
    [InlineData("1e99,violet,a\n", "column 'size': '1e99' is not a finite number")]
    [InlineData("7,9,a\n", "column 'colour': '9' is a number")]
    [InlineData("7,violet,\n", "column 'kind': the label is missing")]
    public void A_row_that_cannot_be_used_leaves_no_trace(string bad, string reason)
    {
        const string first = "1.5,red,a\n";
        const string rest = "2,blue,b\n3,red,c\n";
        var expected = DataSet.FromCsv(_files.Write(Head + first + rest));

        var path = _files.Write(Head + first + bad + rest + bad);
        var data = DataSet.FromCsv(path, Skipping);

        Assert.Equal(expected.Columns, data.Columns);
        Assert.Equal(expected.ClassNames, data.ClassNames);
        Assert.Equal(expected.Inputs.data<float>().ToArray(), data.Inputs.data<float>().ToArray());
        Assert.Equal(expected.Targets.data<long>().ToArray(), data.Targets.data<long>().ToArray());
        Assert.Equal([$"{path}, line 3", $"{path}, line 6"], data.BadSamples.Select(static sample => sample.Name).Order(StringComparer.Ordinal));
        Assert.All(data.BadSamples, sample => Assert.StartsWith(sample.Name, sample.Reason, StringComparison.Ordinal));
        Assert.All(data.BadSamples, sample => Assert.Contains(reason, sample.Reason, StringComparison.Ordinal));
        Assert.Contains(reason, Assert.Throws<TrainException>(() => DataSet.FromCsv(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,wide,\n")]
    [InlineData("seven,,x\n")]
    public void What_the_first_row_would_have_decided_is_open_again(string bad)
    {
        var data = DataSet.FromCsv(_files.Write("colour,size,kind\n" + bad + "red,2.5,a\nblue,3.5,b\n"), Skipping);
        Assert.Equal(["colour=blue", "colour=red", "size"], data.Columns);
        Assert.Equal([0f, 1, 2.5f, 1, 0, 3.5f], data.Inputs.data<float>().ToArray());
        Assert.Single(data.BadSamples);
    }

    [Theory]
    [InlineData("no,yes", "no", "yes", "yess", "'yess' is none of the classes no, yes; did you mean 'yes'?")]
    [InlineData("no,yes", "no", "yes", "1.5", "'1.5' is none of the classes no, yes")]
    [InlineData("no,yes", "no", "yes", "7", "'7' is none of the classes no, yes")]
    [InlineData("no,yes", "0", "1", "2", "label '2' is out of range: 2 classes have the indices 0 to 1")]
    [InlineData("no,yes", "0", "1", "maybe", "'maybe' is none of the classes no, yes")]
    public void A_class_that_was_not_given_is_left_out(string classes, string first, string second, string bad, string reason)
    {
        var path = _files.Write($"size,kind\n1,{first}\n2,{bad}\n3,{second}\n");
        var given = Skipping with { ClassNames = classes.Split(',') };

        var data = DataSet.FromCsv(path, given);

        Assert.Equal([0L, 1], data.Targets.data<long>().ToArray());
        Assert.Contains($"line 3, column 'kind': {reason}", Assert.Single(data.BadSamples).Reason, StringComparison.Ordinal);
        Assert.Throws<TrainException>(() => DataSet.FromCsv(path, given with { OnBadSample = OnBadSample.Fail }));
    }

    [Fact]
    public void Numbers_to_predict_and_groups_stay_with_their_rows()
    {
        var path = _files.Write("a,b,who\n1,10,x\n2,many,y\n3,30,z\n");
        var data = DataSet.FromCsv(path, Skipping with { Targets = ["b"], Group = "who" });
        Assert.Equal([1f, 3], data.Inputs.to(TorchSharp.torch.float32).data<float>().ToArray());
        Assert.Equal([10f, 30], data.Targets.data<float>().ToArray());
        Assert.Equal(["x", "z"], data.Groups);
    }

    [Fact]
    public void A_label_that_is_no_class_number_is_left_out()
    {
        var data = DataSet.FromCsv(_files.Write("a,kind\n1,0\n2,0.5\n3,rose\n4,1\n"), Skipping);
        Assert.Equal(["0", "1"], data.ClassNames);
        Assert.Equal(2, data.Count);
        Assert.Equal(2, data.BadSamples.Count);
    }

    [Fact]
    public void A_file_of_nothing_else_is_refused_with_a_reason()
    {
        var path = _files.Write("a,kind\n1\n2\n");
        Assert.Equal(
            $"none of the rows can be used, the last because of {path}, line 3: the row has 1 values where 2 were expected; each row needs one value per column",
            Assert.Throws<TrainException>(() => DataSet.FromCsv(path, Skipping)).Message);
    }

    [Fact]
    public void Parts_of_the_data_tell_of_the_same_rows()
    {
        var rows = string.Concat(Enumerable.Range(0, 20).Select(static row => $"{row},{"ab"[row % 2]}\n"));
        var data = DataSet.FromCsv(_files.Write("n,kind\n" + rows + "no\n"), Skipping);
        var splits = data.Split(splitSeed: 0);
        Assert.Equal(20, splits.Train.Count + splits.Validation!.Count + splits.Test!.Count);
        Assert.Single(splits.Train.BadSamples);
    }
}
