using System.Text.Json;
using TorchSharp;
using TrainSdk.Checkpoints.PyTorch;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints.PyTorch;

/// <summary>Every number of files that PyTorch 1.13 wrote (<c>tests/Fixtures/make_pt_files.py</c>).</summary>
public sealed class PtReaderTests
{
    public static TheoryData<string> Files => [.. Expected().EnumerateObject().Select(static file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryTensorIsReadWithItsTypeShapeAndNumbers(string file)
    {
        var expected = Expected().GetProperty(file);
        var read = PtFixture.Read(file);
        Assert.Equal(expected.EnumerateObject().Select(static tensor => tensor.Name).Order(), read.Keys.Order());
        foreach (var tensor in expected.EnumerateObject())
        {
            var found = read[tensor.Name];
            Assert.Equal(TypeOf(tensor.Value.GetProperty("dtype").GetString()!), found.dtype);
            Assert.Equal(tensor.Value.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt64()), found.shape);
            Assert.Equal(Values(tensor.Value.GetProperty("values")), Values(found));
            Assert.True(found.is_contiguous());
        }
    }

    [Fact]
    public void ReadingLeavesNoTensorBehind()
    {
        var before = LiveTensors.Count();
        var read = PtFixture.Read("views");
        Assert.Equal(before + read.Count, LiveTensors.Count());
        foreach (var tensor in read.Values)
        {
            tensor.Dispose();
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    // Whole numbers in full: a double has too few digits for the largest.
    private static string[] Values(JsonElement values) => [.. values.EnumerateArray().Select(static value => value.ValueKind switch
    {
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        _ => value.TryGetInt64(out var whole) ? whole.ToString(null, null) : value.GetDouble().ToString("R", null),
    })];

    private static string[] Values(Tensor tensor) => tensor.is_floating_point()
        ? [.. tensor.to(ScalarType.Float64).reshape(-1).data<double>().Select(Text)]
        : [.. tensor.to(ScalarType.Int64).reshape(-1).data<long>().Select(static whole => whole.ToString(null, null))];

    private static string Text(double value) => Math.Abs(value) < 1e15 && value == Math.Truncate(value)
        ? ((long)value).ToString(null, null)
        : value.ToString("R", null);

    private static ScalarType TypeOf(string name) => name switch
    {
        "uint8" => ScalarType.Byte,
        _ => Enum.Parse<ScalarType>(name, ignoreCase: true),
    };

    private static JsonElement Expected()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "pt", "expected.json")));
        return document.RootElement.Clone();
    }
}
