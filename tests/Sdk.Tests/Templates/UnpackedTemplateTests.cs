using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

[Collection(PackagesCollection.Name)]
public sealed class UnpackedTemplateTests(PackedFeed feed)
{
    [Fact]
    public void A_template_installed_from_its_folder_says_so_when_the_project_is_built()
    {
        var folder = feed.NewFolder();
        string[] hive = ["--debug:custom-hive", folder["hive"]];
        folder.Dotnet(["new", "install", Path.Combine(Repository.Root, "templates", "dltrain"), .. hive]).MustExit(0);
        folder.Dotnet(["new", "dltrain", "-n", "MyModel", .. hive]).MustExit(0);

        var build = folder.Dotnet("build", "MyModel");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("TrainSdk/0.0.0-install-the-packed-template", build.Output);
    }
}
