using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>A run that breaks down stops at once, keeps what was good, and says what broke it.</summary>
public sealed class DivergenceTests : IDisposable
{
    private const long Bad = 41;

    private static readonly RunOptions NoFolder = new() { WriteRunFolder = false };
    private static readonly SmallSettings Settings = new() { Epochs = 4 };
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, DivergencePlace, string?> Places => new()
    {
        { "output", DivergencePlace.LayerOutput, "curve (LogCurve)" },
        { "tuple", DivergencePlace.LayerOutput, "pair (PairLayer)" },
        { "between", DivergencePlace.LayerInput, "head (Linear)" },
        { "gradient", DivergencePlace.Gradient, "first.bias" },
        { "data", DivergencePlace.Data, null },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void TheReplayNamesTheFirstThingThatIsNotFinite(string mode, DivergencePlace place, string? name)
    {
        var data = Data(mode);
        using var model = new BreakingNet(mode);
        var result = SmallLoop.Fit(model, data, Settings, NoFolder);
        var found = result.Divergence!;
        Assert.Null(found.Problem);
        var (step, batch) = StepOf(data.Train);
        Assert.Equal((StopReason.Diverged, step, 0), (result.StopReason, found.Step, found.Epoch));
        Assert.Equal((place, name), (found.Place, found.Name));
        Assert.Equal(batch, found.Batch);
        Assert.Equal(place == DivergencePlace.Gradient ? batch : [Bad], found.Samples);
        Assert.Equal(found.Samples.Select(position => data.Train.SampleNames[(int)position]), found.SampleNames);
        Assert.All(model.state_dict().Values, static tensor => Assert.True(tensor.isfinite().all().ToBoolean()));
    }

    [Fact]
    public void ALossThatIsNotFiniteIsNamedWithItsBatch()
    {
        using var model = new BreakingNet("loss");
        var data = Data("loss");
        var found = SmallLoop.Fit(model, data, Settings, NoFolder, criterion: static (output, _) => output.square().mean()).Divergence!;
        Assert.Equal((DivergencePlace.Loss, StepOf(data.Train).Step), (found.Place, found.Step));
        Assert.Equal(found.Batch, found.Samples);
    }

    [Fact]
    public void WhatTheReplayDoesNotShowIsSaid()
    {
        using var model = new ExplodingNet();
        var found = SmallLoop.Fit(model, Samples.Splits(), Settings, NoFolder).Divergence!;
        Assert.Equal((DivergencePlace.NotFound, ExplodingNet.BadStep), (found.Place, found.Step));
        Assert.Contains("was not when the step was computed again", found.ToString());
    }

    [Fact]
    public void OnTheCpuTheRunEndsWithTheBadStep()
    {
        using var model = new BreakingNet("output");
        var data = Data("output");
        var result = SmallLoop.Fit(model, data, Settings, new RunOptions { RunDirectory = _folder.File("run") });
        var step = StepOf(data.Train).Step;
        var rows = File.ReadAllLines(result.RunFolder!.Steps)[1..];
        Assert.Equal(step, long.Parse(rows[^1].Split(',')[0]));
        Assert.Equal(result.Divergence!.ToString(), RunRecordFile.ReadResult(result.RunFolder)!.Divergence);
        Assert.Equal(
            $"diverged at step {step} (epoch 1): the output of curve (LogCurve) is NaN or infinite for sample photo{Bad}.png of the training "
            + "split; lower --lr, or add [Warmup] or [ClipGradNorm]",
            result.Divergence.ToString());
    }

    // The bits of a run whose data never had the batch: BatchNorm's statistics forget the bad one.
    [Fact]
    public void WeightsAndBuffersAreThoseOfTheStepBefore()
    {
        using var broken = new BreakingNet("output");
        using var stopped = new BreakingNet("output");
        var data = Data("output");
        using var cancel = new CancellationTokenSource();
        var step = StepOf(data.Train).Step;
        SmallLoop.Fit(broken, data, Settings, NoFolder);
        SmallLoop.Fit(stopped, data, Settings, NoFolder, cancel.Token, done =>
        {
            if (done == step)
            {
                cancel.Cancel();
            }
        });
        Assert.InRange(step, 1, long.MaxValue);
        Assert.All(broken.state_dict(), named =>
            Assert.Equal(stopped.state_dict()[named.Key].bytes.ToArray(), named.Value.bytes.ToArray()));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Samples of which one has a first number that <see cref="BreakingNet"/> breaks at.</summary>
    private static DataSplits Data(string mode)
    {
        var all = Samples.Blobs();
        all.Inputs[Bad, 0] = torch.tensor(-BreakingNet.Break);
        var named = new DataSet(all.Inputs, all.Targets) { SampleNames = [.. Enumerable.Range(0, 150).Select(static at => $"photo{at}.png")] };
        if (mode == "data")
        {
            named.Inputs[Bad, 0] = torch.tensor(float.NaN);
        }
        return new DataSplits(named, encoding: InputEncoding.None(4));
    }

    private static (long Step, long[] Batch) StepOf(DataSet train)
    {
        var order = Permutation.Of(train.Count, Settings.Seed, 0);
        var step = Array.IndexOf(order, Bad) / Settings.BatchSize;
        return (step, order[(step * Settings.BatchSize)..Math.Min((step + 1) * Settings.BatchSize, order.Length)]);
    }
}
