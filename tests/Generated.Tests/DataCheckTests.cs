using System.Text.RegularExpressions;
using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;

namespace TrainSdk.Generated.Tests;

/// <summary><c>check data</c> learns from the generated loop how training changes images, without taking a step.</summary>
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
}
