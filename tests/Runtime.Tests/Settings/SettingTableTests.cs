using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

public sealed class SettingTableTests
{
    private static readonly SettingTable<SampleSettings> Table = SampleSettings.AmpTable;

    [Theory]
    [InlineData("Lr", "0.5", "0.5")]
    [InlineData("lr", "1e-2", "0.01")]
    [InlineData("BatchSize", "64", "64")]
    [InlineData("Seed", "9000000000", "9000000000")]
    [InlineData("Nesterov", "True", "true")]
    [InlineData("Warmup", "10%", "10%")]
    [InlineData("Day", "friday", "Friday")]
    [InlineData("Amp", "bf16", "bf16")]
    [InlineData("amp", "Off", "off")]
    [InlineData("Note", "a, b", "a, b")]
    public void ReadsAndWritesText(string name, string text, string expected)
    {
        using var german = new CultureScope("de-DE");
        var changed = Table.With(new SampleSettings(), name, text, "here");

        Assert.Equal(expected, Table.Find(name)!.TextOf(changed));
    }

    [Theory]
    [InlineData("Lr", "0,5", "here: '0,5' is not a number such as 0.001; write the decimal point as '.'")]
    [InlineData("Lr", "fast", "here: 'fast' is not a number such as 0.001")]
    [InlineData("BatchSize", "64.5", "here: '64.5' is not a whole number such as 64, at most 2147483647")]
    [InlineData("BatchSize", "3000000000", "here: '3000000000' is not a whole number such as 64, at most 2147483647")]
    [InlineData("Nesterov", "yes", "here: 'yes' is not true or false")]
    [InlineData("Warmup", "5 epochs", "here: '5 epochs' is not epochs, steps or a share of the run, such as 5, 500steps or 10%")]
    [InlineData("Day", "Noday", "here: 'Noday' is not one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday; did you mean 'Monday'?")]
    [InlineData("Amp", "bf61", "here: 'bf61' is not one of auto, off, bf16, fp16; did you mean 'bf16'?")]
    [InlineData("Amp", "true", "here: 'true' is not one of auto, off, bf16, fp16")]
    [InlineData("Amp", "2", "here: '2' is not one of auto, off, bf16, fp16")]
    [InlineData("ClipNorm", "1", "here: there is no setting 'ClipNorm'; did you mean 'ClipGradNorm'?")]
    public void SaysWhatIsWrong(string name, string text, string expected)
    {
        var error = Assert.Throws<TrainException>(() => Table.With(new SampleSettings(), name, text, "here"));

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public void ConstructorValuesAreNotForTheRules()
    {
        var values = new SampleSettings();

        Assert.Equal(["Width", "Day", "Note"], Table.ConstructorValues(values).Keys);
        Assert.DoesNotContain("Width", Table.AttributeValues(values).Keys);
        Assert.Equal(Table.All.Count, Table.AttributeValues(values).Count + Table.ConstructorValues(values).Count);
    }
}
