using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

public sealed class ManifestTests
{
    private const string Manifest = "TrainSdk.Manifest.g.cs";

    [Fact]
    public void Lists_the_other_files_in_order()
    {
        var generated = GeneratorRun.Of(
            ModelSource.With("[Hyperparams]", name: "Second"), ModelSource.With("[Hyperparams]", name: "First")).Clean();
        var listed = generated[Manifest].Split('\n')
            .Where(static line => line.StartsWith("//   ", StringComparison.Ordinal))
            .Select(static line => line[5..])
            .ToArray();
        Assert.Equal(generated.Files.Keys.Where(static name => name != Manifest).Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void Is_there_without_models() => Assert.Equal([Manifest], GeneratorRun.Of("class NoModel;").Clean().Files.Keys);
}
