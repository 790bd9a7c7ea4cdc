using System.Text.Json;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>
/// samples/Transfer against torchvision: its script writes the names, a narrow network and that network's answers (<c>make_weights.py
/// --fixture</c>).
/// </summary>
public sealed class TransferTests
{
    private const int Width = 4;
    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };

    private static readonly ResNet18.Hyperparameters Narrow = new()
    {
        Width = Width, BatchSize = 16, FreezeLayer4 = 1, FreezeLayer3 = 2, FreezeLayer2 = 3, Pretrained = Fixture("resnet18_narrow.pt"),
    };

    [Fact]
    public void Names_and_shapes_are_those_of_torchvision()
    {
        using var model = new ResNet18(classes: 1000);
        using var names = JsonDocument.Parse(File.ReadAllText(Fixture("resnet18_names.json")));
        Assert.Equal(
            names.RootElement.EnumerateObject().Select(static name => $"{name.Name} {name.Value.GetRawText()}").Order(),
            model.state_dict().Select(static entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]").Order());
    }

    [Fact]
    public void Scores_are_those_of_torchvision()
    {
        using var scope = NewDisposeScope();
        using var answers = TensorSource.Open(Fixture("resnet18_answers.pt"));
        var model = new ResNet18(classes: 5, Width);
        model.to(ScalarType.Float64);
        var report = PretrainedWeights.Load(model, "", Fixture("resnet18_narrow.pt"))!;
        Assert.Equal((122, 0, 0), (report.Loaded.Count, report.Missing.Count, report.LeftOver.Count));
        model.eval();
        var difference = (model.call(answers.Read("pictures")) - answers.Read("scores")).abs().max().ToDouble();
        Assert.InRange(difference, 0, 1e-10);
    }

    [Theory]
    [InlineData(1, "fc")]
    [InlineData(2, "fc", "layer4")]
    [InlineData(3, "fc", "layer4", "layer3")]
    [InlineData(4, "fc", "layer4", "layer3", "layer2")]
    public void Each_stage_learns_from_its_epoch_on_and_the_rest_stays_bit_by_bit(int epochs, params string[] learning)
    {
        var result = ResNet18.Train(Few(), Narrow with { Epochs = epochs }, Quiet);
        using var model = result.Model;
        using var start = TensorSource.Open(Fixture("resnet18_narrow.pt"));
        var moved = start.Tensors.Where(entry => entry.Name.StartsWith("fc.", StringComparison.Ordinal) || Differs(model, start, entry.Name))
            .Select(static entry => entry.Name).ToArray();
        Assert.Equal(learning.Order(), moved.Select(static name => name.Split('.')[0]).Distinct().Order());
        Assert.Equal(start.Tensors.Count(entry => learning.Contains(entry.Name.Split('.')[0])), moved.Length);
    }

    private static bool Differs(nn.Module model, TensorSource start, string name)
    {
        using var expected = start.Read(name);
        var actual = model.state_dict()[name];
        using var converted = expected.to(actual.dtype);
        return !converted.bytes.SequenceEqual(actual.bytes);
    }

    private static DataSplits Few()
    {
        var digits = Digits.Load(splitSeed: 0).Train;
        return new DataSplits(digits.Select([.. Enumerable.Range(0, 48).Select(static sample => (long)sample)]));
    }

    private static string Fixture(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "pt", file);
}
