using System.Text;
using TrainSdk.Checkpoints.PyTorch;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Checkpoints.PyTorch;

/// <summary>Files that were cut short, changed, or are something else.</summary>
public sealed class DamagedPtTests : IDisposable
{
    private readonly RefusedPt _files = new();

    [Fact]
    public void EveryTruncationIsRefused()
    {
        var good = File.ReadAllBytes(PtFixture.Path("state_dict"));
        for (var length = 0; length < good.Length; length += 13)
        {
            _files.Refuse(good[..length]);
        }
    }

    // A changed byte may hit what no tensor depends on, such as the time of a file in the archive; then nothing else may happen.
    [Theory]
    [InlineData("checkpoint")]
    [InlineData("views")]
    public void RandomMutationsAreRefusedOrLeaveEveryNumber(string file)
    {
        var random = new Random(5);
        var good = File.ReadAllBytes(PtFixture.Path(file));
        var expected = Numbers(PtFixture.Path(file));
        var path = _files.Path("mutated.pt");
        var refused = 0;
        for (var round = 0; round < 2000; round++)
        {
            var bytes = good.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            }
            File.WriteAllBytes(path, bytes);
            try
            {
                Assert.Equal(expected, Numbers(path));
            }
            catch (TrainException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 500, 2000);
    }

    [Fact]
    public void TextAndNothingAndNoFileAreRefused()
    {
        _files.Refuse(Encoding.UTF8.GetBytes("epoch,step\n0,1\n"));
        _files.Refuse([]);
        _files.Refuse("PK"u8.ToArray());
        Assert.Contains("cannot read", Assert.Throws<TrainException>(() => PtReader.Open(_files.Path("none.pt"))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    private static Dictionary<string, string> Numbers(string path)
    {
        using var reader = PtReader.Open(path);
        return reader.Tensors.Keys.ToDictionary(static name => name, name =>
        {
            using var tensor = reader.Read(name);
            return $"{tensor.dtype} [{string.Join(", ", tensor.shape)}] {Convert.ToHexString(tensor.bytes)}";
        });
    }
}
