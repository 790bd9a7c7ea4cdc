using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("settings.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadsPlainValuesWithTheirLines()
    {
        var given = Read("""
            {
              // slower
              "lr": 1e-4,
              "warmup": "10%",
              "nesterov": true,
            }
            """);

        Assert.Equal([("lr", "1e-4", 3L), ("warmup", "10%", 4L), ("nesterov", "true", 5L)], given.Select(g => (g.Name, g.Text, LineOf(g))));
    }

    [Fact]
    public void ReadsAFileWithAByteOrderMark()
    {
        File.WriteAllText(FilePath, "{ \"lr\": 1 }", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal("1", Assert.Single(SettingsFile.Read(FilePath)).Text);
    }

    [Theory]
    [InlineData("{\n  \"lr\": 0,5\n}", " line 2: this is not JSON; write { \"lr\": 0.001 }")]
    [InlineData("lr = 1", " line 1: this is not JSON; write { \"lr\": 0.001 }")]
    [InlineData("", " line 1: this is not JSON; write { \"lr\": 0.001 }")]
    [InlineData("[1]", " line 1: a settings file is one JSON object; write { \"lr\": 0.001 }")]
    [InlineData("{\n\"lr\": [1] }", " line 2: 'lr' needs a plain value; write a number, true, false or a text")]
    [InlineData("{\n\"lr\":\nnull }", " line 3: 'lr' needs a plain value; write a number, true, false or a text")]
    [InlineData("{ \"lr\": 1,\n\"LR\": 2 }", " line 2: 'LR' stands twice; remove one")]
    [InlineData("{ \"lr\": 1", " line 1: this is not JSON; write { \"lr\": 0.001 }")]
    [InlineData("{ \"lr\": 1 }\n{}", " line 2: this is not JSON; write { \"lr\": 0.001 }")]
    public void SaysWhatIsWrongAndInWhichLine(string json, string expected)
    {
        var error = Assert.Throws<TrainException>(() => Read(json));

        Assert.Equal(FilePath + expected, error.Message);
    }

    [Fact]
    public void SaysThatThereIsNoFile()
    {
        var error = Assert.Throws<TrainException>(() => SettingsFile.Read(FilePath));

        Assert.StartsWith($"--config: cannot read {FilePath}: ", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    private long LineOf(GivenSetting given) =>
        NumberText.TryInteger(given.Place[(FilePath + " line ").Length..], out var line) ? line : throw new FormatException(given.Place);

    private IReadOnlyList<GivenSetting> Read(string json)
    {
        File.WriteAllText(FilePath, json);
        return SettingsFile.Read(FilePath);
    }
}
