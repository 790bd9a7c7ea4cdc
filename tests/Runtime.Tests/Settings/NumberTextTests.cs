using System.Globalization;
using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0.001", 0.001)]
    [InlineData("1e-3", 0.001)]
    [InlineData(" -2.5 ", -2.5)]
    [InlineData(".5", 0.5)]
    [InlineData("NaN", double.NaN)]
    public void ReadsNumbersInAnyCulture(string text, double expected)
    {
        using var german = new CultureScope("de-DE");

        Assert.True(NumberText.TryNumber(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("0,5")]
    [InlineData("1,000")]
    [InlineData("1.000,5")]
    [InlineData("")]
    [InlineData("0x10")]
    [InlineData("1 000")]
    public void RefusesOtherText(string text) => Assert.False(NumberText.TryNumber(text, out _));

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData("9223372036854775808")]
    public void RefusesWhatIsNoWholeNumber(string text) => Assert.False(NumberText.TryInteger(text, out _));

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-300)]
    [InlineData(0.30000000000000004)]
    [InlineData(-123456789.125)]
    public void WritesWhatReadsBack(double value)
    {
        using var german = new CultureScope("de-DE");

        Assert.True(NumberText.TryNumber(NumberText.Format(value), out var back));
        Assert.Equal(value, back);
        Assert.DoesNotContain(',', NumberText.Format(value));
    }

    [Fact]
    public void NegativeWholeNumbersAreInvariant()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        using var odd = new CultureScope(culture);

        Assert.Equal("-5", NumberText.Format(-5L));
    }
}
