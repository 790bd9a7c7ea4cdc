using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Runtime.Tests.CommandLine;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Recording;

public sealed class RunHistoryTests : IDisposable
{
    private readonly SampleApp _app = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ARealRunIsReadBack()
    {
        Assert.Equal(0, _app.Run("--epochs", "3", "--lr", "0.01", "--run-dir", _app.RunFolder));
        var folder = RunFolder.Find(_app.RunFolder);

        var history = RunHistory.Read(folder);

        Assert.Equal("SmallNet", history.Config.Model);
        Assert.Equal("Completed", history.Result!.StopReason);
        Assert.Equal(history.Result.Steps, history.Steps.Count);
        Assert.Equal(Enumerable.Range(0, history.Steps.Count).Select(static step => (long)step), history.Steps.Select(static row => row.Step));
        Assert.All(history.Steps, static row => Assert.True(row is { Lr: 0.01, Loss: > 0, GradNorm: > 0 }));
        Assert.Equal([0, 1, 2], history.Epochs.Select(static epoch => epoch.Epoch));
        Assert.Equal(history.Steps.Count, history.Epochs[^1].Step);
        Assert.Equal(["accuracy"], history.Epochs[0].Train.Metrics.Keys);
        Assert.Equal(history.Epochs.Select(static epoch => epoch.Validation), history.Validations);
        var (best, kept) = (history.Epochs[history.Result.BestEpoch!.Value].Validation, history.Result.Validation!);
        Assert.Equal(kept.Loss, best.Loss, 1e-6);
        Assert.Equal(kept.Value, best.Metrics["accuracy"], 1e-6);
        Assert.Equal(0.01, history.Number("lr"));
        Assert.Null(history.Number("noSuchSetting"));
        Assert.Empty(history.Layers);
        Assert.Empty(history.Events);
        Assert.Empty(history.Confusion);
    }

    [Fact]
    public void SingleSamplesAverageToWhatTheRunMeasured()
    {
        Assert.Equal(0, _app.Run("--epochs", "3", "--lr", "0.01", "--run-dir", _app.RunFolder));
        var folder = RunFolder.Find(_app.RunFolder);

        var history = RunHistory.Read(folder);

        var (validation, kept) = (history.Samples.Where(static row => row.Split == "validation").ToArray(), history.Result!.Validation!);
        Assert.Equal(history.Config.Samples.Validation, validation.Length);
        Assert.Equal(kept.Loss, validation.Average(static row => row.Loss), 1e-6);
        Assert.Equal(kept.Value, validation.Average(static row => row.Predicted == row.Actual ? 1.0 : 0), 1e-6);
        Assert.Equal(history.Config.Samples.Train, history.Samples.Count(static row => row.Split == "train"));
        Assert.DoesNotContain(history.Samples, static row => row.Split == "test");
        Assert.All(SamplesFile.Worst(history.Samples, "validation"), row => Assert.Matches(
            "^-?[0-9.]+  [0-9.]+  -?[0-9.]+  1$", File.ReadAllText(Path.Combine(folder.Path, "samples", $"validation-{row.Sample}.txt"))));
    }

    [Fact]
    public void WhatARunDoesNotHaveIsEmpty()
    {
        var folder = Begun();

        var history = RunHistory.Read(folder);

        Assert.Null(history.Result);
        Assert.Empty(history.Steps);
        Assert.Empty(history.Epochs);
        Assert.Empty(history.Validations);
        Assert.Empty(history.Confusion);
        Assert.Empty(history.Samples);
    }

    [Fact]
    public void AKilledRunsHalfRowIsNotThereYet()
    {
        var folder = Begun();
        File.WriteAllText(folder.Steps, "step,epoch,lr,loss,grad_norm\n0,0,0.1,2.5,1e3\n1,0,0.1,NaN,Infinity\n2,0,0.1,2.");

        var steps = RunHistory.Read(folder).Steps;

        Assert.Equal([new StepRow(0, 0, 0.1, 2.5, 1000), new StepRow(1, 0, 0.1, double.NaN, double.PositiveInfinity)], steps);
    }

    [Fact]
    public void ValidationsWithinEpochsStandBesideThoseAtTheirEnds()
    {
        var folder = Begun();
        File.WriteAllText(folder.Epochs, "epoch,step,lr,train_loss,val_loss,grad_norm,seconds,samples_per_second\n0,4,0.1,1,0.9,2,3,50\n");
        File.WriteAllText(folder.Validations, "epoch,step,lr,val_loss,val_f1\n0,2,0.1,1.5,0.25\n0,4,0.1,0.9,0.5\n");

        var validations = RunHistory.Read(folder).Validations;

        Assert.Equal([2, 4], validations.Select(static row => row.Step));
        Assert.Equal([0.25, 0.5], validations.Select(static row => row.Metrics["f1"]));
    }

    [Fact]
    public void WithoutAValidationSplitThereAreNoValidations()
    {
        var folder = Begun();
        File.WriteAllText(folder.Epochs, "epoch,step,lr,train_loss,val_loss,grad_norm,seconds,samples_per_second\n0,4,0.1,1,NaN,2,3,50\n");

        var history = RunHistory.Read(folder);

        Assert.Empty(history.Validations);
        Assert.Empty(Assert.Single(history.Epochs).Times);
    }

    [Fact]
    public void AnEpochsTimeIsReadByWhatItWentInto()
    {
        var folder = Begun();
        File.WriteAllText(folder.Epochs,
            "epoch,step,lr,train_loss,val_loss,grad_norm,seconds,samples_per_second,data_seconds,forward_seconds\n0,4,0.1,1,NaN,2,3,50,0.5,1\n");

        Assert.Equal(
            [KeyValuePair.Create("data", 0.5), KeyValuePair.Create("forward", 1.0)], Assert.Single(RunHistory.Read(folder).Epochs).Times);
    }

    [Fact]
    public void LayersEventsConfusionAndSamplesAreRead()
    {
        var folder = Begun();
        File.WriteAllText(folder.Layers, "step,layer,weight_norm,grad_norm,update_norm\n1,fc,2,0.5,0.002\n1,norm,0,0.5,0.002\n");
        File.WriteAllText(folder.Events, "time,step,event,detail\n2026-11-23T10:00:00Z,7,rollback,to step 5\n");
        File.WriteAllText(folder.Confusion, "split,actual,\"cat, \"\"big\"\"\",dog\nvalidation,\"cat, \"\"big\"\"\",3,1\nvalidation,dog,0,4\n"
            + "test,\"cat, \"\"big\"\"\",1,0\ntest,dog,0,1\n");
        File.WriteAllText(folder.Samples, "split,sample,name,loss,predicted,actual\nvalidation,12,\"a,b.png\",3.5,dog,cat\n");

        var history = RunHistory.Read(folder);

        Assert.Equal(0.001, history.Layers[0].UpdateRatio, 1e-12);
        Assert.True(double.IsNaN(history.Layers[1].UpdateRatio));
        Assert.Equal([new EventRow("2026-11-23T10:00:00Z", 7, "rollback", "to step 5")], history.Events);
        Assert.Equal(["validation", "test"], history.Confusion.Select(static split => split.Split));
        Assert.Equal(["cat, \"big\"", "dog"], history.Confusion[0].Classes);
        Assert.Equal<long>([3, 1], history.Confusion[0].Counts[0]);
        Assert.Equal([new SampleRow("validation", 12, "a,b.png", 3.5, "dog", "cat")], history.Samples);
    }

    [Fact]
    public void AChangedTableIsNamedWithItsLine()
    {
        var folder = Begun();
        File.WriteAllText(folder.Steps, "step,epoch,lr,loss,grad_norm\n0,0,0.1,2.5,1\n1,0,0.1,oops,1\n");

        var error = Assert.Throws<TrainException>(() => RunHistory.Read(folder));

        Assert.Equal($"{folder.Steps}, line 3: there is no number in the column 'loss'; the file was changed", error.Message);
    }

    public void Dispose()
    {
        _app.Dispose();
        _folder.Dispose();
    }

    // A run that wrote its configuration and nothing else.
    private RunFolder Begun()
    {
        var folder = RunFolder.Create(_folder.File("begun"), "x");
        RunRecordFile.Write(folder, new RunConfig
        {
            Model = "X",
            Started = DateTimeOffset.UnixEpoch,
            Seed = 1,
            SplitSeed = 2,
            Settings = new Dictionary<string, RecordedSetting>(),
            Samples = new RecordedSamples(10, null, null),
            InputShape = [4],
            Device = "cpu",
            Threads = 1,
            RecorderSteps = 128,
            Versions = new Dictionary<string, string>(),
        });
        return folder;
    }
}
