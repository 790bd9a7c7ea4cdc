using System.Runtime.CompilerServices;
using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Tests;

namespace TrainSdk.Generators.Tests.Features;

/// <summary>The files of a model with one attribute more than the plain one.</summary>
internal static class FeatureSnapshot
{
    private static readonly string[] Topics = ["Hyperparameters", "Schedule", "Training"];

    public static Generated Verify(string attributes, string name, string members = "", [CallerFilePath] string test = "")
    {
        var generated = Of(attributes, members);
        Assert.All(Topics, topic => Snapshot.Verify(generated.Of(topic), $"{name}#MyModel.{topic}.g", test: test));
        return generated;
    }

    public static Generated Of(string attributes, string members = "") => GeneratorRun.Of(ModelSource.With(attributes, members)).Clean();
}
