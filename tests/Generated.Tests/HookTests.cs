using TorchSharp;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Recording;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>The hooks as docs/hooks.md shows them, and what is told of a run from outside.</summary>
public sealed class HookTests : IDisposable
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
    public void Every_hook_is_called_where_the_page_says()
    {
        var steps = new List<StepRecord>();
        var options = new RunOptions { Device = "cpu", RunDirectory = _folder, StepProgress = new Heard<StepRecord>(steps) };
        var result = HooksModel.Train(Samples.Pictures(), options: options);
        var model = result.Model;

        Assert.Equal(
        [
            "fit of 3 epochs, 7 steps each", "epoch 0 from step 0", "first step, lr 0.001",
            .. Epoch(0), "epoch 1 from step 7", .. Epoch(1), "epoch 2 from step 14", .. Epoch(2),
            $"Completed, best epoch {result.BestEpoch}",
        ], model.Lines);
        Assert.Equal(steps.Select(static step => step.Loss), model.Losses.Select(static loss => loss.ToDouble()));
        Assert.Equal(Enumerable.Range(0, 21).Select(static step => (long)step), steps.Select(static step => step.Step));
        Assert.True(File.Exists($"{result.RunFolder!.BestWeights}.epoch{result.BestEpoch}"));

        IEnumerable<string> Epoch(int epoch)
        {
            var summary = result.History[epoch];
            yield return $"validation {epoch} after {7 * (epoch + 1)} steps";
            yield return $"validation loss {summary.Validation.Loss:F4}";
            if (result.History.Take(epoch).All(before => summary.Validation.Loss < before.Validation.Loss))
            {
                yield return $"best so far: epoch {epoch}";
            }
            yield return $"epoch {epoch} took {7 * (epoch + 1)} steps, norm True";
        }
    }

    // The first epoch's hook froze the first layer: it has the weights that it was built with.
    [Fact]
    public void A_hook_may_freeze_a_layer()
    {
        var settings = new HooksModel.Hyperparameters { Epochs = 1 };
        var result = HooksModel.Train(Samples.Pictures(), settings, new RunOptions { Device = "cpu", WriteRunFolder = false });
        using var fresh = HooksModel.Training.Build(settings);
        Assert.True(fresh.state_dict()["_hidden.weight"].bytes.SequenceEqual(result.Model.state_dict()["_hidden.weight"].bytes));
        Assert.False(fresh.state_dict()["_head.weight"].bytes.SequenceEqual(result.Model.state_dict()["_head.weight"].bytes));
    }

    [Fact]
    public void The_page_shows_the_code_that_is_tested()
    {
        var page = File.ReadAllText(Repository("docs", "hooks.md")).ReplaceLineEndings("\n");
        var source = File.ReadAllText(Repository("tests", "Generated.Tests", "Models", "HooksModel.cs")).ReplaceLineEndings("\n");
        var shown = page.Split("```csharp\n").Skip(1).Select(static part => part.Split("```")[0])
            .Where(static code => code.StartsWith("partial void", StringComparison.Ordinal)).ToArray();
        Assert.Equal(10, shown.Length);
        Assert.All(shown, code => Assert.Contains(
            string.Concat(code.TrimEnd().Split('\n').Select(static line => line.Length > 0 ? $"    {line}\n" : "\n")), source, StringComparison.Ordinal));
    }

    [Fact]
    public void Cancellation_in_an_epoch_keeps_what_was_best_before()
    {
        using var cancel = new CancellationTokenSource();
        var steps = new Heard<EpochSummary>([], epoch =>
        {
            if (epoch.Epoch == 1)
            {
                cancel.Cancel();
            }
        });
        var result = MinimalModel.Train(
            Samples.Pictures(), new() { Epochs = 9 }, new() { Device = "cpu", WriteRunFolder = false, Progress = steps }, cancel.Token);
        Assert.Equal(StopReason.Canceled, result.StopReason);
        Assert.Equal(2, result.History.Count);
        Assert.Equal(result.History[result.BestEpoch!.Value].Validation, result.Validation);
    }

    private static string Repository(params string[] parts)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(SourcePath())!);
        return Path.Combine([folder.Parent!.Parent!.FullName, .. parts]);
    }

    private static string SourcePath([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    private sealed class Heard<T>(List<T> values, Action<T>? then = null) : IProgress<T>
    {
        public void Report(T value)
        {
            values.Add(value);
            then?.Invoke(value);
        }
    }
}
