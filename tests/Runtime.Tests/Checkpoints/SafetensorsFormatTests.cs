using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Files;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints;

public sealed class SafetensorsFormatTests : IDisposable
{
    private static readonly Dictionary<string, string> Metadata = new() { ["hello"] = "wörld \"quoted\"" };
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Types => ["Float64", "Float32", "Float16", "BFloat16", "Int64", "Int32", "Int16", "Int8", "Byte", "Bool"];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryTypeRoundTripsBitForBit(string name)
    {
        using var scope = NewDisposeScope();
        var values = torch.tensor(new[] { 0.0, 1, 0, 1, 1, 5 }).reshape(2, 3).to(Enum.Parse<ScalarType>(name));
        var read = RoundTrip(values);
        Assert.Equal(values.dtype, read.dtype);
        Assert.Equal(values.shape, read.shape);
        Assert.Equal(values.bytes.ToArray(), read.bytes.ToArray());
    }

    [Fact]
    public void ScalarsEmptyAndStridedTensorsRoundTrip()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([], RoundTrip(torch.tensor(7L)).shape);
        Assert.Equal(7L, RoundTrip(torch.tensor(7L)).ToInt64());
        Assert.Equal([0L, 3L], RoundTrip(torch.zeros(0, 3)).shape);
        Assert.Equal([0f, 3, 1, 4, 2, 5], RoundTrip(torch.arange(6f).reshape(2, 3).t()).data<float>().ToArray());
    }

    [Fact]
    public void TheBytesAreWhatThePublishedFormatSays()
    {
        using var scope = NewDisposeScope();
        var path = _folder.File("layout.safetensors");
        SafetensorsWriter.Save(
            path, new Dictionary<string, Tensor> { ["a.small"] = torch.tensor(new byte[] { 1, 2, 3 }), ["z.wide"] = torch.tensor(new[] { 1.5, -2 }) }, Metadata);

        var bytes = File.ReadAllBytes(path);
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal((byte)'{', bytes[8]);
        using var header = JsonDocument.Parse(bytes.AsMemory(8, length));
        Assert.Equal(Metadata["hello"], header.RootElement.GetProperty("__metadata__").GetProperty("hello").GetString());
        Assert.Equal("""{"dtype":"F64","shape":[2],"data_offsets":[0,16]}""", header.RootElement.GetProperty("z.wide").GetRawText());
        Assert.Equal("""{"dtype":"U8","shape":[3],"data_offsets":[16,19]}""", header.RootElement.GetProperty("a.small").GetRawText());
        var data = bytes.AsSpan(8 + length);
        Assert.Equal(19, data.Length);
        Assert.Equal(-2.0, BinaryPrimitives.ReadDoubleLittleEndian(data[8..]));
        Assert.Equal([1, 2, 3], data[16..].ToArray());
    }

    [Fact]
    public void AFailedWriteLeavesTheOldFileAndNothingElse()
    {
        var path = _folder.File("weights.safetensors");
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(LocalFileSystem.Instance, path, static file =>
        {
            file.Write([1]);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsNamed()
    {
        var path = Path.Combine(_folder.Path, "absent", "weights.safetensors");
        var error = Assert.Throws<TrainException>(() => SafetensorsWriter.Save(path, new Dictionary<string, Tensor>(), Metadata));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATypeOutsideTheFormatIsRefused()
    {
        using var scope = NewDisposeScope();
        var complex = new Dictionary<string, Tensor> { ["phase"] = torch.zeros(2, dtype: ScalarType.ComplexFloat32) };
        var error = Assert.Throws<TrainException>(() => SafetensorsWriter.Save(_folder.File("c.safetensors"), complex, Metadata));
        Assert.Contains("'phase' is ComplexFloat32", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private Tensor RoundTrip(Tensor tensor)
    {
        var path = _folder.File("one.safetensors");
        SafetensorsWriter.Save(path, new Dictionary<string, Tensor> { ["one"] = tensor }, Metadata);
        using var reader = SafetensorsReader.Open(path);
        Assert.Equal(Metadata, reader.Header.Metadata);
        return reader.Read(Assert.Single(reader.Header.Entries));
    }
}
