using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

/// <summary>Training attributes are a class's own: a class that derives from a model is none, and takes nothing from its base.</summary>
public sealed class InheritanceTests
{
    private static readonly string Base = ModelSource.With("[Hyperparams, AdamW, Warmup(5)]", name: "Base", constructor: "int width = 3")
        .Replace("sealed ", "", StringComparison.Ordinal);

    [Fact]
    public async Task A_class_without_attributes_gets_no_loop()
    {
        var source = Base + "public sealed partial class Derived : Base { }";
        Assert.DoesNotContain(GeneratorRun.Of(source).Clean().Files.Keys, static name => name.StartsWith("Derived", StringComparison.Ordinal));
        Assert.Empty(await GeneratorRun.Analyze(source));
    }

    [Fact]
    public async Task A_model_of_a_model_has_its_own_attributes_alone()
    {
        var source = Base + "[Hyperparams, Sgd] public sealed partial class Derived : Base { }";
        var generated = GeneratorRun.Of(source).Clean();
        Assert.Contains("new Sgd(", generated["Derived.Training.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Warmup", generated["Derived.Schedule.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Warmup", generated["Base.Schedule.g.cs"], StringComparison.Ordinal);
        Assert.Empty(await GeneratorRun.Analyze(source));
    }

    [Fact]
    public async Task Layers_of_an_abstract_base_are_the_models()
    {
        var source = $$"""
            {{ModelSource.Usings}}
            public abstract class Base(string name) : Module<Tensor, Tensor>(name) { protected readonly Linear _shared = Linear(1, 1); }
            [Hyperparams, Freeze("_shared")]
            public sealed partial class Derived() : Base("derived") { public override Tensor forward(Tensor input) => _shared.call(input); }
            """;
        Assert.Contains("_shared", GeneratorRun.Of(source).Clean().Of("Members"), StringComparison.Ordinal);
        Assert.Empty(await GeneratorRun.Analyze(source));
    }

    [Fact]
    public async Task TRAIN1005_on_an_abstract_base_says_where_attributes_belong()
    {
        var source = Base.Replace("public partial", "public abstract partial", StringComparison.Ordinal)
            + "public sealed partial class Derived : Base { }";
        var diagnostic = Assert.Single(await GeneratorRun.Analyze(source));
        Assert.Equal("TRAIN1005", diagnostic.Id);
        Assert.Equal(["TrainSdk.Manifest.g.cs"], GeneratorRun.Of(source).Files.Keys);
    }
}
