using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>Warmup and cosine, put together as the generated <c>Lr</c> does, against the closed form and PyTorch's scheduler.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public void RatesFollowTheClosedFormAndPyTorch()
    {
        foreach (var example in Fixture.Open("schedules").GetProperty("cases").EnumerateArray())
        {
            var (lr, least, warmup, total) = (example.Number("lr"), example.Number("min"), (long)example.Number("warmup"), (long)example.Number("total"));
            double At(long step) => step < warmup
                ? lr * WarmupCurve.At(step, warmup)
                : CosineCurve.At(lr, least, ScheduleProgress.Of(step, warmup, total));
            double[] rates = [.. Enumerable.Range(0, (int)total + 3).Select(static step => (long)step).Select(At)];
            Fixture.AssertNear(example.Numbers("rates"), rates, 1e-12);
            var torch = example.Numbers("torch");
            Fixture.AssertNear(torch, rates[(int)warmup..((int)warmup + torch.Length)], 1e-12);
            Assert.Equal(least, rates[^1], 12);
        }
    }
}
