using System.Text.RegularExpressions;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Tasks;

public sealed partial class DiagnosticPagesTests
{
    [Fact]
    public void Every_id_of_the_build_has_a_page_with_cause_fix_and_suppression()
    {
        var sources = Directory
            .GetFiles(Path.Combine(Repository.Root, "src", "Sdk"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".targets" or ".props" or ".cs");
        var ids = sources.SelectMany(file => Id().Matches(File.ReadAllText(file)).Select(match => match.Value)).ToHashSet();

        Assert.NotEmpty(ids);
        Assert.All(ids, id =>
        {
            var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));
            Assert.StartsWith($"# {id}: ", page);
            Assert.All(["## Cause", "## Fix", "## Suppress"], heading => Assert.Contains(heading, page.Split('\n')));
        });
    }

    [GeneratedRegex(@"TRAIN90\d\d")]
    private static partial Regex Id();
}
