using System.Text.RegularExpressions;
using TrainSdk.Benchmarks;
using TrainSdk.Benchmarks.Accuracy;
using TrainSdk.Benchmarks.Models.Fashion;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests.Benchmarks;

/// <summary>The benchmarks run and print what scripts read. Nothing is timed here.</summary>
public sealed partial class BenchmarkTests
{
    [Theory]
    [InlineData("loop", "loop.transformer.generated/floor.1t")]
    [InlineData("optim", "optim.adamw.torchsharp/ours.1t")]
    [InlineData("data", "data.memory.torchsharp/trainsdk.1t")]
    [InlineData("amp", "amp.cnn.fp32/bf16.1t")]
    [InlineData("memory", "memory.digits-cnn.resident.last/first")]
    [InlineData("startup", "startup.first-step/total")]
    [InlineData("fuzz", "fuzz.safetensors.refused/all")]
    [InlineData("checkpoint", "checkpoint.cnn.until-on-disk/epoch.1t")]
    [InlineData("advice", "advice.must.tuned-on")]
    [InlineData("cures", "cures.within/all")]
    [InlineData("rates", "rates.wine-healthy.named/best")]
    public void Runs_and_prints_ratios(string name, string ratio)
    {
        var (code, output, errors) = Run(name, "--quick", "--threads", "1");

        Assert.True(code == 0, errors);
        var ratios = output.Split('\n').Where(static line => line.StartsWith("ratio", StringComparison.Ordinal)).ToArray();
        Assert.All(ratios, static line => Assert.Matches(RatioLine(), line.TrimEnd('\r')));
        Assert.Contains(ratios, line => line.Split(' ')[1] == ratio);
    }

    [Fact]
    public void The_accuracy_table_has_the_rows_that_were_asked_for()
    {
        var (code, output, errors) = Run("accuracy", "--quick", "--threads", "1", "--recipes", "plain,mixup");

        Assert.True(code == 0, errors);
        Assert.Equal(
            ["accuracy.plain", "accuracy.mixup"],
            output.Split('\n').Where(static line => line.StartsWith("ratio", StringComparison.Ordinal)).Select(static line => line.Split(' ')[1]));
    }

    [Fact]
    public void An_accuracy_table_goes_on_where_it_was_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("trainsdk-accuracy-");
        var ledger = Path.Combine(folder.FullName, "ledger.csv");
        File.WriteAllText(ledger, "plain,0,0.5\n");
        using (var killed = new CancellationTokenSource(TimeSpan.Zero))
        {
            FashionMixed.Train(
                FashionData.LoadFew(), new() { Seed = 0 }, new RunOptions { RunDirectory = $"{ledger}.mixup-0" }, killed.Token).Model.Dispose();
        }

        var (code, output, errors) = Run("accuracy", "--quick", "--threads", "1", "--recipes", "plain,mixup", "--results", ledger);
        var (lines, left) = (File.ReadAllLines(ledger), Directory.GetFileSystemEntries(folder.FullName));
        folder.Delete(recursive: true);

        Assert.True(code == 0, errors);
        Assert.Contains("ratio accuracy.plain 0.500 0.500 0.500", output);
        Assert.StartsWith("mixup,0,0.", Assert.Single(lines.Skip(1)));
        Assert.Equal([ledger], left);
    }

    [Fact]
    public void Ten_runs_that_are_killed_and_resumed_are_the_run_that_nobody_killed()
    {
        var (code, output, errors) = Run("kill", "--trials", "10", "--threads", "1");

        Assert.True(code == 0, output + errors);
        Assert.Contains("ratio kill.same-bits/trials 1.000 1.000 1.000", output);
    }

    [Fact]
    public void Without_a_name_lists_the_benchmarks()
    {
        var (code, output, _) = Run();

        Assert.Equal(0, code);
        Assert.Contains("  loop ", output);
        Assert.Contains("--quick", output);
    }

    [Theory]
    [InlineData("loob", "'loop'")]
    [InlineData("loop --model mlp", "'--models'")]
    [InlineData("loop --models cn", "'cnn'")]
    [InlineData("loop --rounds 0", "from 1")]
    [InlineData("accuracy --recipes plane", "'plane'")]
    public void Wrong_use_names_what_was_meant(string arguments, string meant)
    {
        var (code, _, errors) = Run(arguments.Split(' '));

        Assert.Equal(1, code);
        Assert.Contains(meant, errors);
    }

    [GeneratedRegex(@"^ratio \S+ \d+\.\d{3} \d+\.\d{3} \d+\.\d{3}$")]
    private static partial Regex RatioLine();

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (BenchmarkProgram.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
