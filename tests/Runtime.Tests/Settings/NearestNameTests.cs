using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["Lr", "BatchSize", "Epochs", "ClipGradNorm"];

    [Theory]
    [InlineData("ClipGradNrm", "ClipGradNorm")]
    [InlineData("clipgradnorm", "ClipGradNorm")]
    [InlineData("epoch", "Epochs")]
    [InlineData("lrr", "Lr")]
    [InlineData("Clip", "ClipGradNorm")]
    [InlineData("Batch", "BatchSize")]
    public void OffersWhatIsNear(string given, string expected) => Assert.Equal(expected, NearestName.Find(given, Known));

    [Theory]
    [InlineData("xy")]
    [InlineData("momentum")]
    [InlineData("")]
    public void OffersNothingElse(string given)
    {
        Assert.Null(NearestName.Find(given, Known));
        Assert.Equal("", NearestName.Suggest(given, Known));
    }

    [Fact]
    public void NothingIsNearInAnEmptyList() => Assert.Null(NearestName.Find("lr", []));
}
