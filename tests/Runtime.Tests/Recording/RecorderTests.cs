using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Recording;

public sealed class RecorderTests : IDisposable
{
    private const string Times = ",data_seconds,forward_seconds,backward_seconds,optimizer_seconds,validation_seconds,checkpoint_seconds";

    private readonly TemporaryFolder _temporary = new();
    private readonly RunFolder _folder;

    public RecorderTests() => _folder = RunFolder.Create(_temporary.File("run"), "a");

    [Fact]
    public void StepsAreWrittenInOrderWithEveryDigit()
    {
        using (var recorder = new Recorder(_folder, torch.CPU))
        {
            Record(recorder, 0, epoch: 0, lr: 0.001, loss: 1.0 / 3, norm: 2.5);
            Record(recorder, 1, epoch: 0, lr: 1e-5, loss: double.NaN, norm: double.PositiveInfinity);
        }
        Assert.Equal(
            "step,epoch,lr,loss,grad_norm\n0,0,0.001,0.3333333333333333,2.5\n1,0,1E-05,NaN,Infinity\n",
            File.ReadAllText(_folder.Steps));
    }

    [Fact]
    public void NumbersThatComeFromTheDeviceAreTheSame()
    {
        using (var recorder = new Recorder(_folder, torch.CPU))
        {
            RecordOnDevice(recorder, 0);
            Record(recorder, 1, epoch: 0, lr: 1, loss: 0.25, norm: 0.5);
            RecordOnDevice(recorder, 2);
        }
        Assert.Equal("step,epoch,lr,loss,grad_norm\n0,0,1,1.5,2.5\n1,0,1,0.25,0.5\n2,0,1,1.5,2.5\n", File.ReadAllText(_folder.Steps));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(300)]
    public void NoStepIsLostWhereverTheBufferEnds(int steps)
    {
        using (var recorder = new Recorder(_folder, torch.CPU))
        {
            for (var step = 0; step < steps; step++)
            {
                Record(recorder, step, epoch: 0, lr: 1, loss: step, norm: 1);
            }
            Assert.Equal(steps, recorder.Steps);
        }
        Assert.Equal(Enumerable.Range(0, steps).Select(static step => $"{step},0,1,{step},1"), File.ReadAllLines(_folder.Steps).Skip(1));
    }

    [Fact]
    public void AnEpochIsTheMeanOverItsSamples()
    {
        using var scope = NewDisposeScope();
        using var metrics = new MetricSet(new Accuracy());
        using var recorder = new Recorder(_folder, torch.CPU);
        Record(recorder, 0, epoch: 0, lr: 0.1, loss: 1, norm: 1, count: 30);
        Record(recorder, 1, epoch: 0, lr: 0.2, loss: 4, norm: 3, count: 10);
        metrics.Add(torch.eye(4), torch.tensor(new long[] { 0, 1, 2, 0 }));
        recorder.TrainingDone();
        var summary = recorder.Epoch(0, 2, metrics, new Evaluation(0.5, new MetricValue("accuracy", 0.9, IsHigherBetter: true)));
        Assert.Equal((0, 2L, 0.2, 1.75, 0.75, 2.0), (summary.Epoch, summary.Step, summary.Lr, summary.Train.Loss, summary.Train.Headline.Value, summary.GradNorm));
        Assert.Null(summary.FirstBadStep);
        Assert.True(summary.SamplesPerSecond > 0 && summary.Seconds > 0);
        var lines = File.ReadAllLines(_folder.Epochs);
        Assert.Equal("epoch,step,lr,train_loss,train_accuracy,val_loss,val_accuracy,grad_norm,seconds,samples_per_second"
            + Times, lines[0]);
        Assert.StartsWith("0,2,0.2,1.75,0.75,0.5,0.9,2,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void TheNextEpochStartsAnewButRemembersTheFirstBadStep()
    {
        using var recorder = new Recorder(_folder, torch.CPU);
        Record(recorder, 0, epoch: 0, lr: 1, loss: 5, norm: 2);
        Record(recorder, 1, epoch: 0, lr: 1, loss: 5, norm: double.NaN);
        Record(recorder, 2, epoch: 0, lr: 1, loss: 5, norm: double.NaN);
        recorder.TrainingDone();
        var first = recorder.Epoch(0, 3, null, Evaluation.None);
        Record(recorder, 3, epoch: 1, lr: 1, loss: 7, norm: 4);
        recorder.TrainingDone();
        var second = recorder.Epoch(1, 4, null, Evaluation.None);
        Assert.Equal((1L, 2.0), (first.FirstBadStep, first.GradNorm));
        Assert.Equal((1L, 7.0, 4.0), (second.FirstBadStep, second.Train.Loss, second.GradNorm));
        Assert.Equal([first, second], recorder.History);
        Assert.Equal("epoch,step,lr,train_loss,val_loss,grad_norm,seconds,samples_per_second"
            + Times, File.ReadAllLines(_folder.Epochs)[0]);
        Assert.StartsWith("0,3,1,5,NaN,2,", File.ReadAllLines(_folder.Epochs)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void AWeightOfOnesOwnWeighsTheEpoch()
    {
        using var scope = NewDisposeScope();
        using var recorder = new Recorder(null, torch.CPU);
        var norm = Norm(1);
        recorder.Step(0, 0, 1, torch.tensor(1f), torch.tensor(3f), 8, norm);
        recorder.Step(1, 0, 1, torch.tensor(5f), torch.tensor(1f), 8, norm);
        recorder.TrainingDone();
        Assert.Equal(2, recorder.Epoch(0, 2, null, Evaluation.None).Train.Loss);
    }

    // A killed process must leave what it had: the file is read while it is still open.
    [Fact]
    public void RowsAreOnDiskWhileTheRunGoesOn()
    {
        using var recorder = new Recorder(_folder, torch.CPU);
        for (var step = 0; step < 128; step++)
        {
            Record(recorder, step, epoch: 0, lr: 1, loss: 1, norm: 1);
        }
        using var reader = new StreamReader(new FileStream(_folder.Steps, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.Equal(129, reader.ReadToEnd().Count(static c => c == '\n'));
    }

    // Whatever the loop computes, the host waits for the device once per full buffer and once per epoch.
    [Fact]
    public void TheDeviceIsReadOncePerBufferAndEpoch()
    {
        using var recorder = new Recorder(_folder, torch.CPU, progress: null, new StoppedTime());
        for (var step = 0; step < 300; step++)
        {
            RecordOnDevice(recorder, step);
        }
        Assert.Equal(2, recorder.Reads);
        recorder.TrainingDone();
        Assert.Equal(3, recorder.Reads);
    }

    [Fact]
    public void SlowStepsAreWrittenWithinASecond()
    {
        var time = new StoppedTime();
        using var recorder = new Recorder(_folder, torch.CPU, progress: null, time);
        RecordOnDevice(recorder, 0);
        time.Now += TimeSpan.FromSeconds(0.99);
        RecordOnDevice(recorder, 1);
        Assert.Equal(0, recorder.Reads);
        time.Now += TimeSpan.FromSeconds(0.01);
        RecordOnDevice(recorder, 2);
        Assert.Equal(1, recorder.Reads);
        RecordOnDevice(recorder, 3);
        Assert.Equal(1, recorder.Reads);
    }

    public void Dispose() => _temporary.Dispose();

    private static GradientNorm Norm(double value)
    {
        var norm = torch.tensor(value);
        return new GradientNorm(norm, norm.isfinite().logical_not());
    }

    private static void Record(Recorder recorder, long step, int epoch, double lr, double loss, double norm, long count = 16)
    {
        using var scope = NewDisposeScope();
        recorder.Step(step, epoch, lr, torch.tensor(loss), count, Norm(norm));
    }

    // Half numbers are not read in the host's memory: they take the way that a GPU's take.
    private static void RecordOnDevice(Recorder recorder, long step)
    {
        using var scope = NewDisposeScope();
        var (loss, norm) = (torch.tensor(1.5).to(ScalarType.Float16), torch.tensor(2.5).to(ScalarType.Float16));
        recorder.Step(step, 0, 1, loss, 16, new GradientNorm(norm, norm.isfinite().logical_not()));
    }
}
