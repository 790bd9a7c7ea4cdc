using System.Text;
using TrainSdk.Inspection;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Reports;

/// <summary>A run folder that has everything that a run can have: 6 epochs of 200 steps, two metrics, layers, times, a rollback.</summary>
internal sealed class FullRun : IDisposable
{
    /// <summary>A class name that would be a script if a page took it as it is.</summary>
    public const string IllName = "</script><script>alert(1)</script>";

    public const int Epochs = 6;
    private const int StepsPerEpoch = 200;

    private readonly TemporaryFolder _folder = new();

    public FullRun(string name = "20261123-100000-Net", double lr = 0.001)
    {
        Folder = RunFolder.Create(_folder.File(name), "Net");
        WriteConfig(lr);
        WriteSteps(lr);
        WriteEpochs(lr);
        WriteLayers(lr);
        File.WriteAllText(Folder.Events, "time,step,event,detail\n2026-11-23T10:00:40Z,500,rollback,to step 400\n");
        File.WriteAllText(Folder.Confusion, $"split,actual,cat,dog,{IllName}\ntest,cat,8,2,0\ntest,dog,1,9,0\ntest,{IllName},0,3,7\n");
        File.WriteAllText(Folder.Samples, "split,sample,name,loss,predicted,actual\n"
            + $"validation,0,a.png,0.5,cat,cat\nvalidation,1,b.png,3.25,dog,cat\nvalidation,2,c.png,0.25,{IllName},{IllName}\ntrain,7,d.png,9,cat,dog\n");
        var shots = Directory.CreateDirectory(Path.Combine(Folder.Path, SampleShots.Folder)).FullName;
        File.WriteAllBytes(Path.Combine(shots, "validation-1.png"), Png.Pack([0, 255, 255, 0], 2, 1));
        File.WriteAllText(Path.Combine(shots, "train-7.txt"), "1  2  3 <");
        WriteResult();
    }

    public RunFolder Folder { get; }

    public void Dispose() => _folder.Dispose();

    private static string Row(params IEnumerable<double> numbers) => string.Join(',', numbers.Select(NumberText.Format));

    private static double Loss(double epoch) => 0.2 + 2 * Math.Exp(-epoch / 2);

    private void WriteConfig(double lr) => RunRecordFile.Write(Folder, new RunConfig
    {
        Model = "Net",
        Started = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
        Seed = 1,
        SplitSeed = 0,
        Settings = new Dictionary<string, RecordedSetting>
        {
            ["lr"] = new(NumberText.Format(lr), "--lr"),
            ["epochs"] = new(NumberText.Format(Epochs), RecordedSetting.Attribute),
            ["clipGradNorm"] = new("1", RecordedSetting.Attribute),
            ["labelSmoothing"] = new("0.1", RecordedSetting.Attribute),
        },
        Samples = new RecordedSamples(12_800, 300, 300),
        InputShape = [1, 8, 8],
        ClassNames = ["cat", "dog", IllName],
        Device = "cpu",
        Threads = 2,
        RecorderSteps = 128,
        OptimizerRoute = "abi",
        Versions = new Dictionary<string, string> { ["trainSdk"] = "1.2.3" },
    });

    private void WriteSteps(double lr)
    {
        var rows = new StringBuilder("step,epoch,lr,loss,grad_norm\n");
        for (var step = 0; step < Epochs * StepsPerEpoch; step++)
        {
            var epoch = (double)step / StepsPerEpoch;
            var wave = 1 + (0.2 * Math.Sin(step));
            var norm = step == 77 ? double.PositiveInfinity : 3 * Math.Exp(-epoch / 2) * wave;
            rows.Append(Row(step, (int)epoch, lr * (1 - (epoch / Epochs)), Loss(epoch) * wave, norm)).Append('\n');
        }
        File.WriteAllText(Folder.Steps, rows.ToString());
    }

    private void WriteEpochs(double lr)
    {
        var rows = new StringBuilder("epoch,step,lr,train_loss,train_accuracy,train_top5,val_loss,val_accuracy,val_top5,grad_norm,seconds,samples_per_second,"
            + "data_seconds,forward_seconds,backward_seconds,optimizer_seconds\n");
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var (loss, end) = (Loss(epoch + 1), (epoch + 1) * StepsPerEpoch);
            rows.Append(Row(
                epoch, end, lr, loss, 1 - (loss / 3), 1 - (loss / 6), loss + 0.1, 0.95 - (loss / 3), 0.98 - (loss / 6), 1, 2, 6400 + epoch, 0.3, 0.6, 0.7, 0.1))
                .Append('\n');
        }
        File.WriteAllText(Folder.Epochs, rows.ToString());
    }

    private void WriteLayers(double lr)
    {
        var rows = new StringBuilder("step,layer,weight_norm,grad_norm,update_norm,dead_share\n");
        foreach (var step in (int[])[1, 2, 4, 8, 16, 32, 64, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100])
        {
            rows.Append(FormattableString.Invariant($"{step},features.0,5,{0.3 / (1 + (step / 100.0))},{4 * lr},{0.2 + (step / 4000.0)}\n"));
            rows.Append(FormattableString.Invariant($"{step},head,2,{0.9 / (1 + (step / 100.0))},{3 * lr},NaN\n"));
        }
        File.WriteAllText(Folder.Layers, rows.ToString());
    }

    private void WriteResult()
    {
        var measured = new RecordedEvaluation(0.35, "accuracy", 0.9);
        RunRecordFile.Write(Folder, new RunResult
        {
            StopReason = "EarlyStopped",
            Finished = new DateTimeOffset(2026, 11, 23, 10, 1, 0, TimeSpan.Zero),
            Epochs = Epochs,
            Steps = Epochs * StepsPerEpoch,
            BestEpoch = 4,
            Validation = measured,
            Test = measured,
        });
    }
}
