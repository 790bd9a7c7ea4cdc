using TrainSdk.CommandLine;
using TrainSdk.Rules;
using TrainSdk.Runtime.Tests.Settings;
using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary>No parameter of a constructor may take the name of a command's own option: both would be the same option.</summary>
public sealed class ReservedNameTests
{
    [Theory]
    [InlineData("train")]
    [InlineData("resume")]
    [InlineData("check")]
    [InlineData("find")]
    [InlineData("sweep")]
    [InlineData("schedule")]
    public void OptionsBesideSettingsAreReserved(string command)
    {
        using var app = new SampleApp();
        Assert.Equal(ExitCode.Done, app.Run(command, "--help"));
        var settings = SampleSettings.Table.All.Select(static setting => SettingName.Option(setting.Name));
        var options = app.Output.Split('\n').Select(static line => line.Trim().Split(' ')[0])
            .Where(static word => word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(options);
        Assert.Empty(options.Except(settings).Except(ReservedNames.All.Select(SettingName.Option)));
    }
}
