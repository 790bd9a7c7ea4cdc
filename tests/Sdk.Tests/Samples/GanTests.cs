using System.Globalization;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Samples;

/// <summary>samples/Gan as it is: it builds over the packed runtime, and its generator learns the distribution.</summary>
[Collection(PackagesCollection.Name)]
public sealed class GanTests(PackedFeed feed)
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "Gan");

    [Fact]
    public void Learns_mean_and_covariance()
    {
        var folder = feed.NewFolder("Gan");
        foreach (var file in Directory.EnumerateFiles(Sample))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        var lines = folder.Dotnet("run", "-c", "Release", $"-p:TrainSdkVersion={feed.Version}").MustBeClean().Output.Split('\n');

        Near(lines, "mean", 0.15);
        Near(lines, "covariance", 0.15);
        var run = lines.Single(line => line.StartsWith("run ", StringComparison.Ordinal))["run ".Length..].Trim();
        Assert.Equal(1 + (100 * 32), File.ReadLines(Path.Combine(run, "steps.csv")).Count());
    }

    // "mean 2.01 -0.98 (real 2.00 -1.00)"
    private static void Near(string[] lines, string what, double tolerance)
    {
        var line = lines.Single(line => line.StartsWith(what + " ", StringComparison.Ordinal));
        double[] numbers = [.. line[what.Length..].Split([' ', '(', ')', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => word != "real").Select(static word => double.Parse(word, CultureInfo.InvariantCulture))];
        var half = numbers.Length / 2;
        Assert.All(numbers[..half].Zip(numbers[half..]), pair => Assert.InRange(pair.First, pair.Second - tolerance, pair.Second + tolerance));
    }
}
