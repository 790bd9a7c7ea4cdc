using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Files;
using TrainSdk.Inspection;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Inspection;

public sealed class SampleShotsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void PicturesAreScaledByTheValuesThatAreShown()
    {
        using var scope = torch.NewDisposeScope();
        var data = new DataSet(torch.tensor(new float[] { 0, 16, 8, 4, 0, 0, 0, 0 }).reshape(2, 1, 2, 2), torch.tensor(new long[] { 0, 1 }), ["a", "b"]);

        new SampleShots(LocalFileSystem.Instance, _folder.File("shots"), InputEncoding.None(1, 2, 2)).Write("validation", data, [0, 1]);

        Assert.Equal(Png.Pack([0, 255, 128, 64], 2, 1), File.ReadAllBytes(_folder.File("shots/validation-0.png")));
        Assert.True(File.Exists(_folder.File("shots/validation-1.png")));
    }

    [Fact]
    public void WithoutSamplesThereIsNoFolder()
    {
        using var scope = torch.NewDisposeScope();
        var data = new DataSet(torch.zeros(2, 3), torch.tensor(new long[] { 0, 1 }), ["a", "b"]);

        new SampleShots(LocalFileSystem.Instance, _folder.File("shots"), InputEncoding.None(3)).Write("train", data, []);

        Assert.False(Directory.Exists(_folder.File("shots")));
    }

    public void Dispose() => _folder.Dispose();
}
