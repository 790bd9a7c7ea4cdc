using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Generated;

[Collection(PackagesCollection.Name)]
public sealed class NewerGeneratorTests(PackedFeed feed)
{
    /// <summary>The compiler only warns, goes on without the generator, and the model silently has no loop.</summary>
    [Fact]
    public void A_generator_too_new_for_the_compiler_fails_the_build()
    {
        var project = feed.NewFolder().WriteModel("Net")
            .WriteProject("""<ItemGroup><Analyzer Include="Newer.dll" /></ItemGroup>""");
        NewerGenerator.Write(project["Newer.dll"]);

        project.Dotnet("build").MustFailWith("CS9057");
    }
}
