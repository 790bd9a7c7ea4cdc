using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Tests.Harness;

/// <summary>What a model project references: the framework, TorchSharp and TrainSdk.Runtime.</summary>
internal static class References
{
    private static readonly string[] NotForModels = ["TrainSdk.Generators", "TrainSdk.CodeFixes", "TrainSdk.Generators.Tests"];

    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !NotForModels.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
