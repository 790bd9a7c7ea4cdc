using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Settings;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class SweepCommandTests : IDisposable
{
    private static readonly string[] Two = ["sweep", "--grid", "--lr", "0.1,0.01", "--epochs", "2", "--threads", "1"];

    private readonly string _before = Directory.GetCurrentDirectory();
    private readonly SampleApp _app = new();

    public SweepCommandTests() => Directory.SetCurrentDirectory(_app.Folder.Path);

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        _app.Dispose();
    }

    [Theory]
    [InlineData("no setting has several values; give a range or a list, such as --lr 1e-4..1e-2:log or --weight-decay 0,1e-4", "--lr", "0.1")]
    [InlineData("--lr: Lr is 0 but must be greater than 0; 0.001 is the usual start for Adam, 0.01 to 0.1 for Sgd", "--lr", "0..1")]
    [InlineData("--momentum: Momentum is 1 but must be from 0 to below 1; 0.9 is usual", "--momentum", "0.5,1")]
    [InlineData("--clip-grad-norm: ClipGradNorm is -1 but must be greater than 0; 1 is usual", "--lr", "1,2", "--clip-grad-norm", "-1")]
    [InlineData("--grid tries every combination; leave --trials and --sweep-seed out", "--lr", "1,2", "--grid", "--trials", "3")]
    [InlineData("--trials: '0' must be a whole number such as 20, at least 1", "--lr", "1,2", "--trials", "0")]
    [InlineData("--prune: 'on' is not median or off", "--lr", "1,2", "--prune", "on")]
    [InlineData("--sweep-seed: 'x' is not a whole number such as 1", "--lr", "1,2", "--sweep-seed", "x")]
    [InlineData("--split-seed: trials are compared on one validation split; give one value, or spread it with 'check kfold'", "--split-seed", "1,2")]
    [InlineData("--momentum 0: Nesterov needs a Momentum above 0; 0.9 is usual, or leave Nesterov out", "--momentum", "0.9,0", "--nesterov", "--grid")]
    [InlineData("the model does not measure 'f1'; it measures accuracy, loss", "--lr", "1,2", "--rank-by", "f1")]
    public void IsRefusedBeforeAnyTraining(string expected, params string[] args)
    {
        Assert.Equal(expected, _app.Refused(["sweep", .. args]).Replace("--nesterov: ", ""));
        Assert.False(Directory.Exists("sweeps"));
    }

    [Fact]
    public void NeedsAValidationSplit()
    {
        using var app = new SampleApp { Load = static _ => new DataSplits(SampleApp.Samples()) };
        Assert.Equal("trials are ranked by the validation split, and the data have none; give one", app.Refused(Two));
    }

    [Fact]
    public void DrawsAgainWhatBreaksARule()
    {
        Assert.Equal(ExitCode.Done, _app.Run("sweep", "--momentum", "0.9,0", "--nesterov", "true,false", "--epochs", "1", "--threads", "1"));
        Assert.Contains("sweep 3 trials, ", _app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--momentum 0 --nesterov true", _app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheConstructorRefusesIsFoundBeforeAnyTraining()
    {
        using var app = new SampleApp
        {
            Build = static settings => settings.Width > 4 ? throw new TrainException("too wide") : new(settings.Width),
        };
        Assert.Equal("--width 8: too wide", app.Refused("sweep", "--grid", "--width", "4,8"));
    }

    [Fact]
    public void NumbersAreTheSameInGerman()
    {
        using var german = new CultureScope("de-DE");
        Assert.Equal(ExitCode.Done, _app.Run([.. Two, "--run-dir", "swept"]));
        var table = File.ReadAllLines(Path.Combine("swept", "sweep.csv"));
        Assert.Equal("rank,trial,lr,state,value,val_loss,val_accuracy,best_epoch,epochs,run", table[0]);
        Assert.Matches(@"^1,[12],0\.0?1,Completed,(0\.\d+|1),0\.\d+,(0\.\d+|1),[01],2,trial-[12]$", table[1]);
        Assert.Contains("sweeps --lr 0.1,0.01", _app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasStoppedGoesOnByTheSameCommand()
    {
        string[] nine = ["sweep", "--grid", "--lr", "0.1,0.01", "--epochs", "9", "--threads", "1"];
        var pause = TimeSpan.FromMilliseconds(40);
        using var slow = new SampleApp { OnStep = _ => Thread.Sleep(pause) };   // so that the time limit falls into a trial
        Assert.Equal(ExitCode.TimeLimit, slow.Run([.. nine, "--max-time", "1s"]));
        Assert.Contains("; the same command goes on", slow.Output, StringComparison.Ordinal);

        pause = TimeSpan.Zero;
        Assert.Equal(ExitCode.Done, slow.Run(nine));
        Assert.Contains("goes on with sweeps", slow.Output, StringComparison.Ordinal);
        var sweep = Assert.Single(Directory.GetDirectories("sweeps"));
        Assert.Contains("\"resumed\": [\n    {", File.ReadAllText(Path.Combine(sweep, "trial-1", "config.json")), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, slow.Run(nine));
        Assert.Equal(2, Directory.GetDirectories("sweeps").Length);
    }

    [Fact]
    public void ATrialThatFailsIsRankedLastAndTriedAgain()
    {
        var isThere = false;
        using var app = new SampleApp
        {
            Load = settings => settings.Lr == 0.01 && !isThere
                ? throw new TrainException("no such file")
                : SampleApp.Samples().Split(settings.SplitSeed, 0.2, 0.2),
        };
        Assert.Equal(ExitCode.Done, app.Run([.. Two, "--run-dir", "swept"]));
        Assert.Contains("trial 2/2  --lr 0.01  failed  no such file", app.Output, StringComparison.Ordinal);
        isThere = true;
        Assert.Equal(ExitCode.Done, app.Run([.. Two, "--run-dir", "swept"]));
        Assert.Contains("trial 2/2  --lr 0.01  completed", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderKeepsToItsSweep()
    {
        Assert.Equal(ExitCode.Done, _app.Run([.. Two, "--run-dir", "swept"]));
        using var other = new SampleApp();
        Assert.EndsWith(
            "swept holds another sweep; give another --run-dir, or delete it", other.Refused([.. Two, "--momentum", "0.5", "--run-dir", "swept"]));
        using var another = new SampleApp();
        Assert.EndsWith("holds a run; give another --run-dir", another.Refused([.. Two, "--run-dir", Path.Combine("swept", "trial-1")]));
    }

    [Fact]
    public void HelpShowsWhatASettingTakes()
    {
        Assert.Equal(ExitCode.Done, _app.Run("sweep", "--help"));
        Assert.Contains("--lr NUMBER|A..B[:log]|A,B,...", _app.Output, StringComparison.Ordinal);
        Assert.Contains("--warmup LENGTH|A,B,...", _app.Output, StringComparison.Ordinal);
        Assert.Contains("--trials N", _app.Output, StringComparison.Ordinal);
        Assert.Contains("[default: sweeps/<UTC time>-<name>]", _app.Output, StringComparison.Ordinal);
    }
}
