using System.Text.RegularExpressions;
using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary><c>check data</c> learns from the model's description how training changes images.</summary>
public sealed class DataCheckTests : IDisposable
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
    public void Samples_are_shown_beside_what_the_attributes_make_of_them()
    {
        using var output = new StringWriter();
        var sheet = Path.Combine(_folder, "data.html");
        var data = Samples.Pictures(train: 100, held: 20);
        var app = new TrainedApp<FlipModel, FlipModel.Hyperparameters>(
            FlipModel.Training.Description, _ => data, new Surroundings(output, TextWriter.Null, new Dictionary<string, string>()));

        Assert.Equal(ExitCode.Done, TrainCommandLine.Run(["check", "data", "--sheet", sheet, "--threads", "1"], app));

        Assert.Contains("augmentations Flip", output.ToString(), StringComparison.Ordinal);
        var page = File.ReadAllText(sheet);
        Assert.Contains("as the first 3 epochs see them, after Flip.", page, StringComparison.Ordinal);
        var samples = Regex.Count(page, "<figure");
        Assert.InRange(samples, 10, 60);
        Assert.Equal(4 * samples, Regex.Count(page, "<img"));
        Assert.False(Directory.Exists(Path.Combine(_folder, "runs")) || Directory.Exists("runs"));
    }

    [Fact]
    public void The_list_is_in_the_order_of_the_loop_and_takes_the_settings()
    {
        var settings = new AugmentedModel.Hyperparameters { RandomCrop = 0, Flip = 0 };
        var names = AugmentedModel.Training.Description.Augmentations(settings).Select(static each => each.Name);
        Assert.Equal(["RandomCrop", "Flip", "RandAugment", "ColorJitter", "RandomErasing"], names);

        var (pixels, scratch) = (new byte[] { 1, 2, 3, 4 }, new byte[4]);
        var random = new SampleRandom(seed: 1, epoch: 0, sample: 0, purpose: 0);
        foreach (var augmentation in AugmentedModel.Training.Augmentations(settings).Take(2))
        {
            augmentation.Apply(new ImageSample(new SampleForm(ScalarType.Byte, [1, 2, 2]), pixels, scratch, [0]), ref random);
        }
        Assert.Equal([1, 2, 3, 4], pixels);
        Assert.Empty(PlainModel.Training.Description.Augmentations(new PlainModel.Hyperparameters()));
    }

    [Fact]
    public void Pictures_that_training_would_refuse_are_refused()
    {
        using var error = new StringWriter();
        var data = Samples.Pictures(train: 100, held: 20);
        var app = new TrainedApp<RandAugmentModel, RandAugmentModel.Hyperparameters>(
            RandAugmentModel.Training.Description, _ => data, new Surroundings(TextWriter.Null, error, new Dictionary<string, string>()));

        var sheet = Path.Combine(_folder, "data.html");
        Assert.Equal(ExitCode.WrongUse, TrainCommandLine.Run(["check", "data", "--sheet", sheet, "--threads", "1"], app));

        Assert.StartsWith("error: [RandAugment] changes images of bytes", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(sheet));
    }
}
