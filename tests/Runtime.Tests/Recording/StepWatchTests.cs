using TrainSdk.Recording;

namespace TrainSdk.Runtime.Tests.Recording;

public sealed class StepWatchTests
{
    [Fact]
    public void TheFirstStepsAreWatchedOftenAndLaterOneInAHundred() => Assert.Equal(
        [1, 2, 4, 8, 16, 32, 64, .. Enumerable.Range(1, 20).Select(static hundred => 100 * hundred), 2500, 3000],
        Enumerable.Range(0, 3400).Where(static step => StepWatch.Watches(step)));
}
