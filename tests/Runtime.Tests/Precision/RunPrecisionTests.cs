using Microsoft.Extensions.Logging;
using TorchSharp;
using TrainSdk.CommandLine;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.CommandLine;
using TrainSdk.Runtime.Tests.Settings;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>A run settles its precision at the start, writes it down, and is evaluated in it.</summary>
public sealed class RunPrecisionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallNet _model = new();

    private string Run => _folder.File("run");

    [Theory]
    [InlineData(AmpMode.Fp16, ScalarType.Float16, "fp16")]
    [InlineData(AmpMode.Bf16, ScalarType.BFloat16, "bf16")]
    [InlineData(AmpMode.Off, null, "float32")]
    public void TheSettingDecidesAndIsRecorded(AmpMode mode, ScalarType? dtype, string recorded)
    {
        using var run = Start(SmallSettings.AmpTable, new SmallSettings { Amp = mode });
        Assert.Equal(dtype, run.Precision.Dtype);
        var config = RunRecordFile.ReadConfig(RunFolder.Find(Run));
        Assert.Equal(recorded, config.Precision);
        Assert.Equal(mode.ToString().ToLowerInvariant(), config.Settings["amp"].Value);
    }

    [Fact]
    public void WithoutTheSettingPrecisionIsOff()
    {
        using var run = Start(SmallSettings.Table, new SmallSettings { Amp = AmpMode.Bf16 });
        Assert.Equal(MixedPrecision.Off, run.Precision);
        Assert.Equal("float32", RunRecordFile.ReadConfig(RunFolder.Find(Run)).Precision);
    }

    [Fact]
    public void AConstructorsOwnAmpIsNotTheSetting()
    {
        var table = new SettingTable<SmallSettings>(
            [.. SmallSettings.Table.All, Setting.Number<SmallSettings>("Amp", static _ => 0.5, static (s, _) => s, constructor: true)]);
        using var run = Start(table, new SmallSettings());
        Assert.Equal(MixedPrecision.Off, run.Precision);
    }

    [Fact]
    public void ARefusalLeavesNothingBehind()
    {
        var error = Assert.Throws<TrainException>(() => Start(SmallSettings.AmpTable, new SmallSettings { Amp = AmpMode.Fp16 }, allowsHalf: false));
        Assert.Contains("the device is the CPU", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Run));
    }

    [Fact]
    public void WhatIsToBeSaidIsSaidOnce()
    {
        var log = new StringWriter();
        var logger = new WarningLines(log);
        var precision = RunPrecision.Settle("Auto", torch.CPU, _model, logger);
        var note = PrecisionChoice.Of(AmpMode.Auto, PrecisionFacts.Of(torch.CPU, allowsHalfOnCpu: false)).Note;
        Assert.Equal(note is null ? "" : $"note: {note}{Environment.NewLine}", log.ToString());
        Assert.Equal(note is null, precision.IsOn);
    }

    [Fact]
    public void EvaluationFollowsTheRun()
    {
        using var app = new SampleApp { Table = SampleSettings.AmpTable };
        app.Run("train", "--amp", "bf16", "--epochs", "1", "--run-dir", app.RunFolder, "--threads", "1");
        Assert.Equal(ExitCode.Done, app.Run("evaluate", app.RunFolder, "--threads", "1"));
        Assert.Equal(ScalarType.BFloat16, app.Measured!.Value.Dtype);
    }

    [Fact]
    public void ARunFromBeforeTheAttributeIsEvaluatedWithoutIt()
    {
        using var before = new SampleApp();
        before.Run("train", "--epochs", "1", "--run-dir", before.RunFolder, "--threads", "1");
        using var now = new SampleApp { Table = SampleSettings.AmpTable };
        Assert.Equal(ExitCode.Done, now.Run("evaluate", before.RunFolder, "--threads", "1"));
        Assert.Equal(MixedPrecision.Off, now.Measured);
        Assert.Equal("", now.Error);
    }

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }

    private TrainingRun<SmallNet> Start(SettingTable<SmallSettings> table, SmallSettings settings, bool allowsHalf = true) => TrainingRun.Start(
        SmallLoop.Describe<SmallNet>(table), _model, isExternal: false, settings, Samples.Splits(),
        new RunOptions { RunDirectory = Run, AllowsHalfOnCpu = allowsHalf });
}
