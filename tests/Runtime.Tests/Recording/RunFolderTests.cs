using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Recording;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void LatestIsTheNewestBesideIt()
    {
        foreach (var name in new[] { "20260101-000000-b", "20260103-000000-a", "20260102-000000-c" })
        {
            File.WriteAllText(RunFolder.Create(_folder.File(name), "x").Config, "{}");
        }
        Directory.CreateDirectory(_folder.File("20270101-000000-not-a-run"));
        Assert.Equal(_folder.File("20260103-000000-a"), RunFolder.Find(_folder.File("latest")).Path);
        Assert.Equal(_folder.File("20260103-000000-a"), RunFolder.Find(_folder.File("latest") + "/").Path);
        Assert.Equal(3, RunFolder.All(_folder.Path).Count);
    }

    // A clock that was put back must not make an old run the latest.
    [Theory]
    [InlineData(null, "20260102-030405")]
    [InlineData("20260102-030404-Net", "20260102-030405")]
    [InlineData("20260102-030405-Net", "20260102-030405")]
    [InlineData("20270101-235959-Net-2", "20270102-000000")]
    [InlineData("my-own-name", "20260102-030405")]
    [InlineData("zzz", "20260102-030405")]
    public void ANewRunIsNamedAfterTheNewest(string? newest, string stamp) =>
        Assert.Equal(stamp, RunFolder.Stamp(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), newest));

    [Fact]
    public void NoRunIsSaid()
    {
        Assert.Contains("there is no run in", Assert.Throws<TrainException>(() => RunFolder.Find(_folder.File("latest"))).Message, StringComparison.Ordinal);
        Assert.Contains("has no config.json", Assert.Throws<TrainException>(() => RunFolder.Find(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Empty(RunFolder.All(_folder.File("absent")));
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsSaid()
    {
        File.WriteAllText(_folder.File("file"), "");
        var error = Assert.Throws<TrainException>(() => RunFolder.Create(Path.Combine(_folder.File("file"), "run"), "x"));
        Assert.Contains("cannot make the run folder", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is not a run's record")]
    [InlineData("[]", "is not a run's record")]
    [InlineData("""{"schema":1}""", "is not a run's record")]
    [InlineData("null", "is empty")]
    public void ADamagedConfigIsSaid(string content, string cause)
    {
        var folder = RunFolder.Create(_folder.File("run"), "x");
        File.WriteAllText(folder.Config, content);
        Assert.Contains(cause, Assert.Throws<TrainException>(() => RunRecordFile.ReadConfig(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALaterSchemaIsRefusedAndAnUnknownPropertyIsNot()
    {
        var folder = RunFolder.Create(_folder.File("run"), "x");
        Assert.Null(RunRecordFile.ReadResult(folder));
        RunRecordFile.Write(folder, new RunResult
        {
            StopReason = "Diverged",
            Finished = DateTimeOffset.UnixEpoch,
            Epochs = 1,
            Steps = 2,
            BestEpoch = null,
            Validation = new RecordedEvaluation(double.NaN, "loss", double.NaN),
            Test = null,
        });
        var text = File.ReadAllText(folder.Result);
        Assert.Contains("\"loss\": \"NaN\"", text, StringComparison.Ordinal);
        File.WriteAllText(folder.Result, text.Replace("\"epochs\": 1", "\"later\": {}, \"epochs\": 1", StringComparison.Ordinal));
        Assert.True(double.IsNaN(RunRecordFile.ReadResult(folder)!.Validation!.Loss));
        File.WriteAllText(folder.Result, text.Replace("\"schema\": 1", "\"schema\": 2", StringComparison.Ordinal));
        Assert.Contains("use a newer TrainSdk", Assert.Throws<TrainException>(() => RunRecordFile.ReadResult(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AResultFromBeforeThereWereSeveralMetricsIsRead()
    {
        var folder = RunFolder.Create(_folder.File("run"), "x");
        File.WriteAllText(folder.Result, """
            {
              "schema": 1, "stopReason": "Completed", "finished": "2026-01-02T03:04:05+00:00", "epochs": 3, "steps": 18, "bestEpoch": 2,
              "validation": { "loss": 0.5, "metric": "accuracy", "value": 0.75 }, "test": null
            }
            """);
        var validation = RunRecordFile.ReadResult(folder)!.Validation!;
        Assert.Equal(new RecordedEvaluation(0.5, "accuracy", 0.75), validation);
    }

    // What reads as a JSON number is one, for scripts; reading gives back the very same text.
    [Theory]
    [InlineData("0.001", "0.001")]
    [InlineData("1E-05", "1E-05")]
    [InlineData("true", "true")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("007", "\"007\"")]
    [InlineData("1 ", "\"1 \"")]
    [InlineData("10%", "\"10%\"")]
    [InlineData("", "\"\"")]
    [InlineData("1,2", "\"1,2\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("\"q\"", "\"\\\"q\\\"\"")]
    public void SettingsKeepTheirText(string value, string json)
    {
        var type = RunRecordsJson.Readable.RecordedSetting;
        var text = System.Text.Json.JsonSerializer.Serialize(new RecordedSetting(value, "x"), type);
        Assert.Equal($"{{\n  \"value\": {json},\n  \"origin\": \"x\"\n}}", text);
        Assert.Equal(value, System.Text.Json.JsonSerializer.Deserialize(text, type)!.Value);
    }

    public void Dispose() => _folder.Dispose();
}
