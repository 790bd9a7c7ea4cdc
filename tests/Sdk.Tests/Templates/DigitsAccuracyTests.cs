using System.Globalization;
using System.Text.RegularExpressions;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>
/// The image template as it is created, trained by its generated loop, on the test split that neither training nor selection sees.
/// </summary>
[Collection(PackagesCollection.Name)]
public sealed partial class DigitsAccuracyTests(PackedFeed feed)
{
    [Fact]
    public void Reads_handwritten_digits_for_each_of_three_seeds()
    {
        var project = feed.NewProject();
        project.Dotnet("build", "-c", "Release").MustBeClean();

        var accuracies = new[] { "0", "1", "2" }.Select(seed => TestAccuracy(project, seed)).ToArray();

        Assert.All(accuracies, accuracy => Assert.InRange(accuracy, 0.983, 1));
        Assert.InRange(accuracies.Average(), 0.989, 1);
    }

    private static double TestAccuracy(SandboxFolder project, string seed)
    {
        // one thread: the result then does not depend on the number of cores, and a busy machine does not slow it down twice
        var output = project.Dotnet("run", "-c", "Release", "--no-build", "--", "--seed", seed, "--threads", "1").MustBeClean().Output;
        return double.Parse(TestLine().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^test accuracy (\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex TestLine();
}
