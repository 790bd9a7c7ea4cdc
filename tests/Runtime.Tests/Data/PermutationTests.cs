using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class PermutationTests
{
    private static readonly long[] Expected = [8, 7, 2, 5, 0, 1, 4, 9, 6, 3];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void EverySampleComesOnce(long count) =>
        Assert.Equal(Enumerable.Range(0, (int)count).Select(static i => (long)i), Permutation.Of(count, 5, 3).Order());

    [Fact]
    public void ItIsAFunctionOfSeedAndEpoch()
    {
        Assert.Equal(Permutation.Of(100, 1, 2), Permutation.Of(100, 1, 2));
        Assert.NotEqual(Permutation.Of(100, 1, 2), Permutation.Of(100, 1, 3));
        Assert.NotEqual(Permutation.Of(100, 1, 2), Permutation.Of(100, 2, 2));
        Assert.NotEqual(Permutation.Of(100, 1, 2), Permutation.Of(100, 2, 1));
    }

    // The value is part of the promise that a resumed or repeated run sees the same batches in every later version.
    [Fact]
    public void ItDoesNotChangeBetweenVersions() => Assert.Equal(Expected, Permutation.Of(10, 42, 7));

    // Each sample at each place about equally often: 600 ± 5 standard deviations of 6000 throws.
    [Fact]
    public void ItIsUniform()
    {
        var seen = new int[10, 10];
        for (var epoch = 0; epoch < 6000; epoch++)
        {
            var order = Permutation.Of(10, 0, epoch);
            for (var place = 0; place < 10; place++)
            {
                seen[order[place], place]++;
            }
        }
        Assert.All(seen.Cast<int>(), static times => Assert.InRange(times, 600 - 117, 600 + 117));
    }
}
