using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints;

public sealed class WeightsFileTests : IDisposable
{
    private static readonly ModelCard Card = new()
    {
        Model = nameof(SmallNet),
        Constructor = new Dictionary<string, string> { ["Width"] = "8", ["Dropout"] = "0.1" },
        Encoding = new InputEncoding { Shape = [4], Mean = [0.1, -2, 1e-300, 3], Scale = [1, 2, 3, 1.0 / 3], Columns = ["a", "b", "ä \"c\"", "d"] },
        ClassNames = ["x", "y", "z"],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly SmallNet _model = new();

    private string File => _folder.File("weights.safetensors");

    [Fact]
    public void WeightsAndBuffersComeBackBitForBitIntoTheSameParameters()
    {
        using var scope = NewDisposeScope();
        _model.call(torch.randn(16, 4));
        WeightsFile.Save(File, _model, Card);
        using var other = new SmallNet();
        var before = other.parameters().ToArray();
        WeightsFile.Open(File).CopyInto(other);
        Assert.All(_model.state_dict(), pair => Assert.Equal(pair.Value.bytes.ToArray(), other.state_dict()[pair.Key].bytes.ToArray()));
        Assert.All(other.parameters().Zip(before), static pair => Assert.Same(pair.First, pair.Second));
        Assert.All(before, static parameter => Assert.True(parameter.requires_grad));
        Assert.Equal(1, other.state_dict()["norm.num_batches_tracked"].ToInt64());
    }

    [Fact]
    public void TheCardComesBackExactly()
    {
        WeightsFile.Save(File, _model, Card);
        var card = WeightsFile.Open(File).Card;
        Assert.Equal(Card.Model, card.Model);
        Assert.Equal(Card.Constructor, card.Constructor);
        Assert.Equal(Card.ClassNames, card.ClassNames);
        Assert.Equal(Card.Encoding.Shape, card.Encoding.Shape);
        Assert.Equal(Card.Encoding.Mean, card.Encoding.Mean);
        Assert.Equal(Card.Encoding.Scale, card.Encoding.Scale);
        Assert.Equal(Card.Encoding.Columns, card.Encoding.Columns);
        Assert.False(card.IsExternal);
    }

    [Fact]
    public void SavingAndLoadingLeavesNoTensorBehind()
    {
        WeightsFile.Save(File, _model, Card);
        WeightsFile.Open(File).CopyInto(_model);
        var before = LiveTensors.Count();
        for (var i = 0; i < 3; i++)
        {
            WeightsFile.Save(File, _model, Card);
            WeightsFile.Open(File).CopyInto(_model);
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void ARunFolderAndLatestOpenTheBestWeights()
    {
        var runs = _folder.File("runs");
        foreach (var name in new[] { "20260101-000000-a", "20260102-000000-a" })
        {
            var folder = RunFolder.Create(Path.Combine(runs, name), "a");
            System.IO.File.WriteAllText(folder.Config, "{}");
            WeightsFile.Save(folder.BestWeights, _model, Card with { Model = name });
        }
        Assert.Equal("20260101-000000-a", WeightsFile.Open(Path.Combine(runs, "20260101-000000-a")).Card.Model);
        Assert.Equal("20260102-000000-a", WeightsFile.Open(Path.Combine(runs, "latest")).Card.Model);
    }

    [Fact]
    public void NothingThereIsNamed()
    {
        Assert.Contains("there is no weights file", Message(() => WeightsFile.Open(File)), StringComparison.Ordinal);
        Assert.Contains("is no run folder", Message(() => WeightsFile.Open(_folder.File("absent"))), StringComparison.Ordinal);
        var folder = RunFolder.Create(_folder.File("run"), "a");
        System.IO.File.WriteAllText(folder.Config, "{}");
        Assert.Contains("has no weights yet", Message(() => WeightsFile.Open(folder.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherShapesAreListedAndNothingIsCopied()
    {
        WeightsFile.Save(File, _model, Card);
        using var wide = new SmallNet(width: 9);
        var before = wide.state_dict()["head.bias"].bytes.ToArray();
        var message = Message(() => WeightsFile.Open(File).CopyInto(wide));
        Assert.Contains("hidden.weight is [8, 4] in the file and [9, 4] in the model", message, StringComparison.Ordinal);
        Assert.Contains("build the model with the constructor values", message, StringComparison.Ordinal);
        Assert.Equal(before, wide.state_dict()["head.bias"].bytes.ToArray());
    }

    // copy_ would broadcast (1, 8) into (3, 8) without a word.
    [Fact]
    public void AShapeThatWouldBroadcastIsRefused()
    {
        using var one = new SmallNet(outputs: 1);
        WeightsFile.Save(File, one, Card);
        Assert.Contains("head.weight is [1, 8] in the file and [3, 8]", Message(() => WeightsFile.Open(File).CopyInto(_model)), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherNamesAreListed()
    {
        using var linear = nn.Linear(4, 3);
        WeightsFile.Save(File, linear, Card);
        var message = Message(() => WeightsFile.Open(File).CopyInto(_model));
        Assert.Contains("missing in the file: head.bias, head.weight, hidden.weight, norm.bias, norm.num_batches_tracked and 3 more", message, StringComparison.Ordinal);
        Assert.Contains("not in the model: bias, weight", message, StringComparison.Ordinal);
    }

    [Fact]
    public void WiderNumbersAreNotCutSilently()
    {
        using var scope = NewDisposeScope();
        using var exact = new SmallNet();
        exact.to(ScalarType.Float64);
        WeightsFile.Save(File, exact, Card);
        Assert.Contains("is Float64 in the file and Float32 in the model", Message(() => WeightsFile.Open(File).CopyInto(_model)), StringComparison.Ordinal);

        WeightsFile.Save(File, _model, Card);
        WeightsFile.Open(File).CopyInto(exact);
        Assert.Equal((double)_model.state_dict()["head.bias"][1].ToSingle(), exact.state_dict()["head.bias"][1].ToDouble());
    }

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }

    private static string Message(Action action) => Assert.Throws<TrainException>(action).Message;
}
