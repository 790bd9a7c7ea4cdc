namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class WrongUseTests
{
    [Theory]
    [InlineData("train has no option '--clip-norm'; did you mean '--clip-grad-norm'?", "--clip-norm", "0.5")]
    [InlineData("train has no option '--epoch'; did you mean '--epochs'?", "--epoch=5")]
    [InlineData("train has no option '--quux'; see train --help", "--quux")]
    [InlineData("evaluate has no option '--lr'; see evaluate --help", "evaluate", "--lr", "1")]
    [InlineData("there is no command 'trian'; did you mean 'train'?", "trian")]
    [InlineData("there is no command 'cook'; the commands are train, resume, evaluate, predict, check, find, sweep, report, runs, schedule, info", "cook")]
    [InlineData("'again' is one word too many for train; see train --help", "train", "again")]
    [InlineData("'b' is one word too many for evaluate; see evaluate --help", "evaluate", "a", "b")]
    [InlineData("predict needs INPUT...; see predict --help", "predict")]
    [InlineData("--lr needs a value: a number such as 0.001", "--lr")]
    [InlineData("--lr needs a value: a number such as 0.001", "--lr", "--epochs", "5")]
    [InlineData("--config needs a value: a JSON file", "--config")]
    [InlineData("--lr is given twice; keep one", "--lr", "1", "--lr", "2")]
    [InlineData("--lr: '0,5' is not a number such as 0.001; write the decimal point as '.'", "--lr", "0,5")]
    [InlineData("--epochs: '5.5' is not a whole number such as 64, at most 2147483647", "--epochs", "5.5")]
    [InlineData("--lr: Lr is 0 but must be greater than 0; 0.001 is the usual start for Adam, 0.01 to 0.1 for Sgd", "--lr", "0")]
    [InlineData("--lr: Lr is -1 but must be greater than 0; 0.001 is the usual start for Adam, 0.01 to 0.1 for Sgd", "--lr", "-1")]
    [InlineData("--lr: Lr is NaN but must be greater than 0; 0.001 is the usual start for Adam, 0.01 to 0.1 for Sgd", "--lr", "NaN")]
    [InlineData("--nesterov: Nesterov needs a Momentum above 0; 0.9 is usual, or leave Nesterov out", "--nesterov", "--momentum", "0")]
    [InlineData("--threads: '0' must be a whole number such as 4, at least 1", "--threads", "0")]
    [InlineData("device 'gpu' is unknown; use auto, cpu, cuda or cuda:N", "--device", "gpu")]
    [InlineData("--steps-per-epoch: 'x' must be a whole number such as 100, at least 1", "schedule", "--steps-per-epoch", "x")]
    public void IsOneLineWithTheCure(string expected, params string[] args)
    {
        using var app = new SampleApp();

        Assert.Equal(expected, app.Refused(args));
        Assert.Equal(0, app.Loads);
    }

    [Fact]
    public void NamesTheEnvironmentVariable()
    {
        using var app = new SampleApp();
        app.Environment["TRAIN__EPOCHS"] = "0";

        Assert.Equal("environment TRAIN__EPOCHS: Epochs is 0 but must be at least 1; 30 is a usual start", app.Refused());
    }

    [Fact]
    public void NamesTheUnknownEnvironmentVariable()
    {
        using var app = new SampleApp();
        app.Environment["TRAIN__EPOCH"] = "5";

        Assert.Equal("environment TRAIN__EPOCH: there is no setting 'EPOCH'; did you mean 'TRAIN__EPOCHS'?", app.Refused());
    }

    [Fact]
    public void NamesTheFileAndLine()
    {
        using var app = new SampleApp();
        var file = app.Folder.File("my.json");
        File.WriteAllText(file, "{\n  \"clipGradNrm\": 1\n}\n");

        Assert.Equal(
            $"{file} line 2: there is no setting 'clipGradNrm'; did you mean 'clipGradNorm'?", app.Refused("--config", file));
    }

    [Fact]
    public void NamesTheMissingSettingsFile()
    {
        using var app = new SampleApp();

        Assert.StartsWith("--config: cannot read absent.json: ", app.Refused("--config", "absent.json"));
    }
}
