using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>The members that the class itself shows.</summary>
public sealed class LoadTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Load_builds_with_the_runs_constructor_values_and_gives_the_same_outputs()
    {
        var data = Samples.Pictures();
        var settings = new TemplateModel.Hyperparameters { Width = 5, Epochs = 2 };
        var trained = TemplateModel.Train(data, settings, new RunOptions { Device = "cpu", RunDirectory = _folder }).Model;
        using var loaded = TemplateModel.Load(_folder);
        Weights.AssertSameBits(trained, loaded);
        Assert.False(loaded.training);
        var card = ((ITrainedModel)loaded).Card!;
        Assert.Equal("5", card.Constructor["Width"]);
        Assert.Equal(data.Train.ClassNames, card.ClassNames);
        using var input = ones(2, 1, 8, 8);
        Assert.True(trained.call(input).bytes.SequenceEqual(loaded.call(input).bytes));
    }

    [Fact]
    public void Weights_of_another_class_are_refused()
    {
        MinimalModel.Train(
            Samples.Pictures(), new MinimalModel.Hyperparameters { Epochs = 1 }, new RunOptions { Device = "cpu", RunDirectory = _folder });
        Assert.Throws<TrainException>(() => TemplateModel.Load(_folder));
    }

    [Fact]
    public void A_model_of_the_callers_is_trained_itself()
    {
        var settings = new TemplateModel.Hyperparameters { Epochs = 1 };
        var model = new TemplateModel(width: 3);
        var result = TemplateModel.Train(model, Samples.Pictures(), settings, new RunOptions { Device = "cpu", WriteRunFolder = false });
        Assert.Same(model, result.Model);
        Assert.True(((ITrainedModel)model).Card!.IsExternal);
    }

    [Fact]
    public void Canceled_before_the_first_step()
    {
        var result = MinimalModel.Train(Samples.Pictures(), options: new RunOptions { Device = "cpu", WriteRunFolder = false }, cancel: new CancellationToken(canceled: true));
        Assert.Equal(StopReason.Canceled, result.StopReason);
        Assert.Empty(result.History);
    }

    [Theory]
    [InlineData("schedule", "--steps-per-epoch", "2", "--csv")]
    [InlineData("--help")]
    public void The_command_line_knows_the_model(params string[] args) =>
        Assert.Equal(0, TemplateModel.RunCommandLine(args, static _ => throw new InvalidOperationException("needs no data")));
}
