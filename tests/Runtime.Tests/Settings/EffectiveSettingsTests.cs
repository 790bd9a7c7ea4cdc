using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

public sealed class EffectiveSettingsTests
{
    [Fact]
    public void LaterPlacesWinAndOriginsNameThem()
    {
        var effective = Of(
            Given("lr", "0.01", "settings.json line 2"),
            Given("epochs", "9", "settings.json line 3"),
            Given("LR", "0.02", "environment TRAIN__LR"),
            Given("Lr", "0.03", "--lr"));

        Assert.Equal((0.03, 9), (effective.Values.Lr, effective.Values.Epochs));
        Assert.Equal("--lr", effective.Origins["Lr"]);
        Assert.Equal("settings.json line 3", effective.Origins["Epochs"]);
    }

    [Fact]
    public void AValueThatIsTheAttributesHasNoOrigin() => Assert.Empty(Of(Given("lr", "0.0010", "--lr")).Origins);

    [Fact]
    public void ReadsTheEnvironment()
    {
        var given = SettingsEnvironment.Read(new Dictionary<string, string>
        {
            ["TRAIN__CLIPGRADNORM"] = "0.5",
            ["TRAIN_LR"] = "7",
            ["PATH"] = "/bin",
        });

        var setting = Assert.Single(given);
        Assert.Equal(("CLIPGRADNORM", "0.5", "environment TRAIN__CLIPGRADNORM"), (setting.Name, setting.Text, setting.Place));
    }

    [Fact]
    public void AnUnknownNameInTheEnvironmentIsAnErrorInItsSpelling()
    {
        var given = SettingsEnvironment.Read(new Dictionary<string, string> { ["TRAIN__CLIPGRADNRM"] = "0.5" });

        var error = Assert.Throws<TrainException>(() => Of([.. given]));

        Assert.Equal(
            "environment TRAIN__CLIPGRADNRM: there is no setting 'CLIPGRADNRM'; did you mean 'TRAIN__CLIPGRADNORM'?", error.Message);
    }

    private static EffectiveSettings<SampleSettings> Of(params GivenSetting[] given) =>
        EffectiveSettings<SampleSettings>.Of(SampleSettings.Table, new SampleSettings(), given);

    private static GivenSetting Given(string name, string text, string place) => new(name, text, place, SettingName.Json);
}
