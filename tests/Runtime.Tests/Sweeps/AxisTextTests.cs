using TrainSdk.Runtime.Tests.Settings;
using TrainSdk.Sweeps;

namespace TrainSdk.Runtime.Tests.Sweeps;

public sealed class AxisTextTests
{
    [Theory]
    [InlineData("Lr", "1e-4..1e-2:log", "0.0001..0.01:log")]
    [InlineData("Lr", "0..0.5", "0..0.5")]
    [InlineData("Momentum", "-1..1", "-1..1")]
    [InlineData("BatchSize", "16..256:LOG", "16..256:log")]
    [InlineData("Width", "1..4", "1..4")]
    [InlineData("Lr", "0.1, 1e-2", "0.1,0.01")]
    [InlineData("Warmup", "0,500steps,10%", "0,500steps,10%")]
    [InlineData("Nesterov", "true,false", "true,false")]
    [InlineData("Day", "monday,Friday", "Monday,Friday")]
    [InlineData("Note", "../a,b..c", "../a,b..c")]
    public void ReadsRangesAndLists(string setting, string text, string expected) => Assert.Equal(expected, Read(setting, text)!.Text);

    [Fact]
    public void ReadsTheSameInGerman()
    {
        using var german = new CultureScope("de-DE");
        Assert.Equal("0.0001..0.5:log", Read("Lr", "1e-4..0.5:log")!.Text);
        Assert.Equal("0.5,0.25", Read("Lr", "0.5,0.25")!.Text);
    }

    [Theory]
    [InlineData("Lr", "0.1")]
    [InlineData("Lr", "abc")]
    [InlineData("Warmup", "10%")]
    [InlineData("Note", "../weights")]
    public void OneValueStandsForItself(string setting, string text) => Assert.Null(Read(setting, text));

    [Theory]
    [InlineData("Lr", "1e-2..1e-4", "--lr: '1e-2..1e-4' must begin below its end; write 1e-4..1e-2, or one value")]
    [InlineData("Lr", "0..1:log", "--lr: a range with :log begins above 0, and '0..1:log' does not")]
    [InlineData("Lr", "0..1:ln", "--lr: '0..1:ln' is not a range of numbers such as 0..0.5 or 1e-4..1e-2:log")]
    [InlineData("Lr", "0..NaN", "--lr: '0..NaN' is not a range of numbers such as 0..0.5 or 1e-4..1e-2:log")]
    [InlineData("Lr", "0..1,2", "--lr: '0..1,2' is not a range of numbers such as 0..0.5 or 1e-4..1e-2:log")]
    [InlineData("Width", "1..4.5", "--width: '1..4.5' is not a range of whole numbers such as 16..256 or 16..256:log")]
    [InlineData("Lr", "0.1,0.10", "--lr: 0.1 stands twice; keep one")]
    [InlineData("Lr", "0.1,", "--lr: '' is not a number such as 0.001")]
    [InlineData("Width", "8,8.5", "--width: '8.5' is not a whole number such as 64, at most 2147483647")]
    [InlineData("Warmup", "1..5", "--warmup: '1..5' is a range, which only numbers have; write a list, with commas between")]
    public void Refuses(string setting, string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<TrainException>(() => Read(setting, text)).Message);

    private static SweepAxis? Read(string setting, string text) =>
        AxisText.Read(SampleSettings.Table, SampleSettings.Table.Find(setting)!, text);
}
