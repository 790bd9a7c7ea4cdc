using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Native;

/// <summary>Projects that only reference a model project run torch: as built, and as published in each way.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ReferencingProjectsTests(ModelSolution solution) : IClassFixture<ModelSolution>
{
    private readonly SandboxFolder _folder = solution.Folder;

    [Fact]
    public void The_model_project_runs_itself()
        => Assert.Contains("sum 3", _folder.Dotnet("run", "--project", "Model", "-c", "Release").MustExit(0).Output);

    [Fact]
    public void A_test_project_runs_and_its_publish_too()
    {
        _folder.Dotnet("publish", "Tests", "-o", "out/tests", "-v", "q").MustBeClean();

        Assert.Contains("Passed:     1", _folder.Dotnet("test", "Tests", "-c", "Release").MustExit(0).Output);
        Assert.Contains("Passed:     1", _folder.Dotnet("test", "out/tests/Tests.dll").MustExit(0).Output);
    }

    [Fact]
    public void A_web_project_runs()
        => Assert.Contains("sum 3", _folder.Dotnet("run", "--project", "Web", "-c", "Release").MustExit(0).Output);

    [Fact]
    public void A_web_project_published_for_an_installed_runtime_runs()
    {
        _folder.Dotnet("publish", "Web", "-o", "out/dependent", "-v", "q").MustBeClean();

        Assert.Contains("sum 3", _folder.Dotnet("out/dependent/Web.dll").MustExit(0).Output);
    }

    [RuntimePackFact]
    public void A_web_project_published_with_its_runtime_runs()
    {
        _folder.Dotnet("publish", "Web", "-o", "out/contained", "-v", "q", "-r", ModelSolution.Rid, "--self-contained").MustBeClean();

        Assert.Contains("sum 3", _folder.Run(_folder["out/contained/Web"]).MustExit(0).Output);
    }

    [RuntimePackFact]
    public void A_web_project_published_as_a_single_file_runs()
    {
        _folder
            .Dotnet("publish", "Web", "-o", "out/single", "-v:q", "-r", ModelSolution.Rid, "-p:PublishSingleFile=true", "--self-contained")
            .MustBeClean();

        Assert.False(_folder.Has("out/single/TorchSharp.dll"));
        Assert.Contains("sum 3", _folder.Run(_folder["out/single/Web"]).MustExit(0).Output);
    }
}
