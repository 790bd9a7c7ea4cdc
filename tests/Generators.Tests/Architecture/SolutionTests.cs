using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Architecture;

/// <summary>A project that the solution does not list is neither built nor tested, and nothing says so.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Lists_every_project_of_src_and_tests()
    {
        var solution = File.ReadAllText(Repository.PathOf("TrainSdk.sln")).Replace('\\', '/');
        string[] folders = [Repository.PathOf("src"), Repository.PathOf("tests")];

        var projects = folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)).ToArray();

        Assert.True(projects.Length >= 9);
        Assert.All(projects, project => Assert.Contains(
            Path.GetRelativePath(Repository.PathOf(), project).Replace('\\', '/'), solution, StringComparison.Ordinal));
    }
}
