using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests.OldRuns;

/// <summary>The two runs of tests/Fixtures/runs: one that was stopped within an epoch, and what the same version made of it.</summary>
internal static class OldRun
{
    public const string Stopped = "stopped";
    public const string Finished = "finished";

    private const int Inputs = 4;
    private const int LastStep = 10;

    /// <summary>Data without a generator of random numbers, whose bits any version and machine gives.</summary>
    public static DataSplits Data() => new(Rows(0, 44), Rows(44, 24), Rows(68, 24));

    public static RunOptions Options => new() { Device = "cpu", Threads = 1 };

    /// <summary>Writes both into a folder.</summary>
    public static void Write(string folder)
    {
        var stopped = Path.Combine(folder, Stopped);
        var finished = Path.Combine(folder, Finished);
        using var cancel = new CancellationTokenSource();
        using var model = OldRunModel.Training.Build(new OldRunModel.Hyperparameters());
        model.StepStarted = step =>
        {
            if (step == LastStep)
            {
                cancel.Cancel();
            }
        };
        OldRunModel.Training.Fit(
            model, isExternal: false, Data(), new OldRunModel.Hyperparameters(), Options with { RunDirectory = stopped }, cancel.Token);
        Copy(stopped, finished);
        OldRunModel.Resume(finished, Data(), options: Options).Model.Dispose();
    }

    public static void Copy(string run, string copy)
    {
        foreach (var file in Directory.EnumerateFiles(run, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(run, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // Sixteenths are exact in every number type; the class is the largest of three of the inputs, with an error in every seventh row.
    private static DataSet Rows(int first, int count)
    {
        var inputs = new float[count, Inputs];
        var targets = new long[count];
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < Inputs; column++)
            {
                inputs[row, column] = (((first + row + 3) * (column + 5) * 37 % 101) - 50) / 16f;
            }
            float[] scores = [inputs[row, 0], inputs[row, 1], inputs[row, 2]];
            targets[row] = (Array.IndexOf(scores, scores.Max()) + ((first + row) % 7 == 0 ? 1 : 0)) % 3;
        }
        return new DataSet(torch.tensor(inputs), torch.tensor(targets), ["first", "second", "third"]);
    }
}
