using TorchSharp;
using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Text;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class RunLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_are_told_as_what_they_were_taken_for()
    {
        File.WriteAllText(_folder.File("x.csv"), "size,colour,kind\n1,red,a\n2,blue,b\n");

        Assert.Equal(
            ["column size: number", "column colour: 2 categories (blue, red)"],
            LinesOf(new DataSplits(DataSet.FromCsv(_folder.File("x.csv")))));
    }

    [Fact]
    public void Statistics_of_a_part_are_told_as_such()
    {
        const int Count = 5000;
        using var scope = torch.NewDisposeScope();
        var data = new DataSet(new Halves(Count), torch.zeros(Count, dtype: torch.int64), classNames: null);

        Assert.Equal(["normalised by 4096 evenly spaced samples of 5000"], LinesOf(new DataSplits(data)));
        Assert.Empty(LinesOf(new DataSplits(data.Select([0, 1, 2]))));
    }

    [Fact]
    public void Of_texts_nothing_is_told()
    {
        File.WriteAllText(_folder.File("x.txt"), new string('a', 100));

        Assert.Empty(LinesOf(new DataSplits(TextFile.Load(_folder.File("x.txt")))));
    }

    private static string[] LinesOf(DataSplits data)
    {
        using var output = new StringWriter();
        RunLines.WriteInputs(output, data);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Samples that are read: one byte each.</summary>
    private sealed class Halves(long count) : ISampleSource
    {
        public long Count => count;

        public SampleForm Form { get; } = new(torch.ScalarType.Byte, [1]);

        public void Read(long position, Span<byte> sample) => sample[0] = (byte)(position / 2);
    }
}
