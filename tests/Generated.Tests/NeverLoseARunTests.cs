using System.Text.RegularExpressions;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Recording;
using TrainSdk.Training;
using MyModel = TrainSdk.Generated.Tests.Models.TemplateModel;

namespace TrainSdk.Generated.Tests;

/// <summary>docs/never-lose-a-run.md shows code that runs, and names tests that are there.</summary>
public sealed partial class NeverLoseARunTests : IDisposable
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
    public void A_program_stops_a_run_and_goes_on()
    {
        var (folder, data) = (_folder, Samples.Pictures(train: 64, held: 20));
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var options = new RunOptions { RunDirectory = folder, CheckpointEvery = TimeSpan.FromSeconds(30), MaxTime = TimeSpan.FromHours(11) };
        var result = MyModel.Train(data, options: options, cancel: stop.Token);
        Assert.Equal((StopReason.Canceled, null), (result.StopReason, result.Test));
        result.Model.Dispose();

        result = MyModel.Resume(folder, data);
        Assert.NotEqual(StopReason.Canceled, result.StopReason);
        Assert.NotNull(result.Test);
        var epochs = result.History.Count;
        result.Model.Dispose();

        result = MyModel.Resume(folder, data, settings => settings with { Epochs = 60 });
        Assert.True(result.History.Count > epochs);
        result.Model.Dispose();
        Assert.Equal(2, RunRecordFile.ReadConfig(RunFolder.Find(folder)).Resumed.Count);
    }

    [Fact]
    public void The_page_shows_the_code_that_is_tested()
    {
        var source = File.ReadAllText(Repository("tests", "Generated.Tests", "NeverLoseARunTests.cs")).ReplaceLineEndings("\n");
        var shown = Page().Split("```csharp\n").Skip(1).Select(static part => part.Split("```")[0]).ToArray();
        Assert.Equal(3, shown.Length);
        Assert.All(shown, code => Assert.Contains(
            string.Concat(code.TrimEnd().Split('\n').Select(static line => $"        {line}\n")), source, StringComparison.Ordinal));
    }

    [Fact]
    public void The_tests_that_the_page_names_are_there()
    {
        var named = TestName().Matches(Page()).Select(static match => match.Groups["name"].Value).Distinct().ToArray();
        var files = Directory.EnumerateFiles(Repository("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(static path => Path.GetFileNameWithoutExtension(path)).ToHashSet();
        Assert.True(named.Length > 10);
        Assert.All(named, name => Assert.Contains(name, files));
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+Tests)`")]
    private static partial Regex TestName();

    private static string Page() => File.ReadAllText(Repository("docs", "never-lose-a-run.md")).ReplaceLineEndings("\n");

    private static string Repository(params string[] parts)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(SourcePath())!);
        return Path.Combine([folder.Parent!.Parent!.FullName, .. parts]);
    }

    private static string SourcePath([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
