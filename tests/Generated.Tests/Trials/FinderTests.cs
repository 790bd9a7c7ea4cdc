using System.Globalization;
using TrainSdk.CommandLine;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Trials;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.Trials;

/// <summary><c>find</c> and <c>check</c> before a run.</summary>
public sealed class FinderTests
{
    [Fact]
    public void Find_lr_prints_the_curve_and_a_rate_that_learns()
    {
        var app = new TriedApp<TemplateModel, TemplateModel.Hyperparameters>(TemplateModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.Done, app.Run("find", "lr", "--device", "cpu"));

        var lines = app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var suggestion = Assert.Single(lines, static line => line.StartsWith("suggested --lr ", StringComparison.Ordinal));
        var lr = double.Parse(suggestion.Split(' ')[2].TrimEnd(':'), CultureInfo.InvariantCulture);
        Assert.InRange(lr, 1e-4, 0.1);
        Assert.Contains("now it is 0.001", suggestion, StringComparison.Ordinal);
        Assert.True(lines.Count(static line => line.Contains('█')) > 15);
        Assert.False(Directory.Exists("runs"));
    }

    [Fact]
    public void Find_lr_says_where_no_rate_helps()
    {
        var app = new TriedApp<DeafModel, DeafModel.Hyperparameters>(DeafModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.WrongUse, app.Run("find", "lr", "--most-lr", "1e-5", "--steps", "20"));
        Assert.Contains("no suggestion", app.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--least-lr", "0", "--least-lr: '0' must be a number such as 1e-6, greater than 0")]
    [InlineData("--most-lr", "1e-9", "--least-lr 1E-06 must be below --most-lr 1E-09")]
    [InlineData("--steps", "3", "--steps: '3' must be a whole number such as 120, at least 10")]
    public void Find_lr_refuses(string option, string value, string complaint)
    {
        var app = new TriedApp<PlainModel, PlainModel.Hyperparameters>(PlainModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.WrongUse, app.Run("find", "lr", option, value));
        Assert.Contains(complaint, app.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_batch_measures_each_batch_and_says_what_learns_best()
    {
        var data = Samples.Pictures(train: 100);
        data.Test!.Inputs.fill_(float.NaN);
        var app = new TriedApp<TemplateModel, TemplateModel.Hyperparameters>(TemplateModel.Training.Description, data);
        Assert.Equal(ExitCode.Done, app.Run("find", "batch", "--least", "32", "--most", "256", "--time", "1s", "--train", "2", "--device", "cpu"));

        var lines = app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var table = lines.SkipWhile(static line => !line.StartsWith("batch ", StringComparison.Ordinal)).ToArray();
        Assert.Matches(@"^batch +samples/s +ms per step +memory MB +lr +s per epoch +val accuracy +val loss$", table[0]);
        Assert.Matches(@"^32 +\d+ +[\d.]+ +\d+ +0\.0007071 ", table[1]);
        Assert.Matches(@"^64 +\d+ +[\d.]+ +\d+ +0\.001 +[\d.]+ +0\.\d+ +\d\.\d+$", table[2]);
        Assert.Equal("128 is more than the training split has", table[3]);
        Assert.Equal("largest --batch-size 64", table[4]);
        Assert.Matches(@"^best --batch-size (32|64) --lr 0\.[\d]+: the smallest within 5 % of the fastest$", table[5]);
        Assert.Matches(@"^learns best --batch-size (32|64) --lr 0\.[\d]+: by the validation accuracy after the same number of epochs$", table[6]);
        Assert.False(Directory.Exists("runs"));
    }

    [Fact]
    public void Find_batch_ends_where_memory_does_not_suffice()
    {
        var app = new TriedApp<HungryModel, HungryModel.Hyperparameters>(HungryModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.Done, app.Run("find", "batch", "--time", "1s"));
        Assert.Contains("64 does not fit in memory\nlargest --batch-size 32\n", app.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUse, app.Run("find", "batch", "--time", "1s", "--least", "64"));
    }

    [Theory]
    [InlineData("--most is for find batch; leave it out", "lr", "--most", "64")]
    [InlineData("--steps is for find lr; leave it out", "batch", "--steps", "64")]
    [InlineData("--least 64 must not be above --most 32", "batch", "--least", "64", "--most", "32")]
    [InlineData("--train: '0' must be a whole number such as 10, at least 1", "batch", "--train", "0")]
    public void Find_batch_refuses(string complaint, params string[] arguments)
    {
        var app = new TriedApp<PlainModel, PlainModel.Hyperparameters>(PlainModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.WrongUse, app.Run(["find", .. arguments]));
        Assert.Contains(complaint, app.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_follows_the_batch_as_the_optimizer_asks()
    {
        Assert.Equal(4e-2, BatchRate.Of(SgdModel.Training.Description, new SgdModel.Hyperparameters { Lr = 1e-2, BatchSize = 64 }, 256), 12);
        Assert.Equal(2e-2, BatchRate.Of(AdamWModel.Training.Description, new AdamWModel.Hyperparameters { Lr = 1e-2, BatchSize = 64 }, 256), 12);
        var scaled = new ScaleLrModel.Hyperparameters { BatchSize = 64 };
        Assert.Equal(ScaleLrModel.Training.Description.ScaledLr!(scaled with { BatchSize = 256 }), BatchRate.Of(ScaleLrModel.Training.Description, scaled, 256));
    }

    [Fact]
    public void A_sound_model_learns_a_batch_by_heart()
    {
        var app = new TriedApp<LabelSmoothingModel, LabelSmoothingModel.Hyperparameters>(LabelSmoothingModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.Done, app.Run("check", "overfit"));
        Assert.Contains("learns a batch by heart", app.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy 1", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_does_not_see_its_input_does_not()
    {
        var app = new TriedApp<DeafModel, DeafModel.Hyperparameters>(DeafModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.WrongUse, app.Run("check", "overfit"));
        Assert.Contains("look whether forward uses its input", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dev_run_does_everything_and_keeps_nothing()
    {
        var before = Scratch();
        var app = new TriedApp<MaximalModel, MaximalModel.Hyperparameters>(MaximalModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.Done, app.Run("check", "dev-run"));
        Assert.Contains("all parts of a run work", app.Output, StringComparison.Ordinal);
        Assert.Contains("saved, and read into a fresh model", app.Output, StringComparison.Ordinal);
        Assert.Equal(before, Scratch());
        Assert.False(Directory.Exists("runs"));
    }

    [Fact]
    public void A_dev_run_finds_what_the_weights_file_lacks()
    {
        var app = new TriedApp<ForgetfulModel, ForgetfulModel.Hyperparameters>(ForgetfulModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.WrongUse, app.Run("check", "dev-run"));
        Assert.Contains("something that state_dict() does not hold", app.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_says_where_the_time_goes_and_names_the_fastest()
    {
        var app = new TriedApp<FlipModel, FlipModel.Hyperparameters>(FlipModel.Training.Description, Samples.BytePictures());
        Assert.Equal(ExitCode.Done, app.Run("check", "profile", "--time", "1s", "--workers", "0"));
        var lines = app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("threads  workers  samples/s  ms per step  data", lines[0], StringComparison.Ordinal);
        var shares = lines[1].Split('%')[..^1].Select(static cell => double.Parse(cell.Trim().Split(' ')[^1], CultureInfo.InvariantCulture));
        Assert.InRange(shares.Sum(), 98, 102);
        Assert.Equal("best --threads 1 --workers 0", lines[2]);
        Assert.Contains(" of a step for data: ", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_counts_as_the_formulas_do()
    {
        var app = new TriedApp<TemplateModel, TemplateModel.Hyperparameters>(TemplateModel.Training.Description, Samples.Pictures());
        Assert.Equal(ExitCode.Done, app.Run("check", "summary"));

        var stem = 8 * 8 * 8 * 9;
        var block = 8 * 8 * 8 * 8 * 9;
        Assert.Matches($"_stem +Conv2d +\\[N, 8, 8, 8\\] +72 +{stem.ToString("N0", CultureInfo.InvariantCulture)}\\n", app.Output);
        Assert.Matches($"_block +Conv2d +\\[N, 8, 8, 8\\] +576 +{block.ToString("N0", CultureInfo.InvariantCulture)}\\n", app.Output);
        Assert.Matches("_head +Linear +\\[N, 10\\] +90 +80\\n", app.Output);
        Assert.Contains($"multiply-adds  {(stem + block + 80).ToString("N0", CultureInfo.InvariantCulture)} per sample", app.Output, StringComparison.Ordinal);
        Assert.Contains("parameters     770\n", app.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string[] Scratch() => [.. Directory.GetDirectories(Path.GetTempPath(), "trainsdk-????????????????????????????????").Order()];
}
