using TrainSdk.Recording;

namespace TrainSdk.Runtime.Tests.Recording;

public sealed class StepWatchTests
{
    [Fact]
    public void TheFirstStepsAreWatchedOftenAndLaterOneInAHundred() => Assert.Equal(
        [1, 2, 4, 8, 16, 32, 64, 100, 200, 300, 400], Enumerable.Range(0, 500).Where(static step => StepWatch.Watches(step)));
}
