using TrainSdk.CodeFixes.Refactorings;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Eject;

/// <summary>The refactoring of the IDE adds the file that a build with <c>TrainEject</c> writes.</summary>
public sealed class EjectRefactoringTests
{
    private const string Title = "Eject the training loop of MyModel into MyModel.Training.cs";

    [Theory]
    [InlineData("MyModel : Module")]
    [InlineData("Warmup(5)")]
    public async Task The_file_is_the_builds(string at)
    {
        var source = ModelSource.With("[Hyperparams, Metric<F1>]\n[AdamW, Warmup(5), Amp]");

        var (name, text) = await FixRun.Added(new EjectTrainingLoop(), at, Title, source);

        Assert.Equal("MyModel.Training.cs", name);
        Assert.Equal(EjectRun.Loop(source), text);
    }

    [Fact]
    public async Task What_the_generator_has_written_changes_nothing()
    {
        var source = ModelSource.With("[Hyperparams, AdamW]");
        var generated = GeneratorRun.Of(source).Clean().Files;

        var (_, text) = await FixRun.Added(new EjectTrainingLoop(), "MyModel : Module", Title, source, generated);

        Assert.Equal(EjectRun.Loop(source), text);
    }

    [Fact]
    public async Task A_nested_class_names_the_ones_around_it() => Assert.Equal(
        ["Eject the training loop of Model into Outer.Model.Training.cs"], await FixRun.Titles(new EjectTrainingLoop(), "Model()", $$"""
            {{ModelSource.Usings}}
            public static partial class Outer
            {
                [Hyperparams]
                public sealed partial class Model() : Module<Tensor, Tensor>("model") { public override Tensor forward(Tensor x) => x; }
            }
            """));

    [Fact]
    public async Task A_class_that_has_its_loop_is_left()
    {
        var source = ModelSource.With("[Hyperparams]");
        var own = new Dictionary<string, string> { ["Loop.cs"] = EjectRun.Loop(source) };
        Assert.Empty(await FixRun.Titles(new EjectTrainingLoop(), "MyModel : Module", source, own));
    }

    [Fact]
    public async Task A_file_of_its_name_is_not_overwritten()
    {
        var source = ModelSource.With("[Hyperparams]");
        var other = new Dictionary<string, string> { ["MyModel.Training.cs"] = "// mine" };
        Assert.Empty(await FixRun.Titles(new EjectTrainingLoop(), "MyModel : Module", source, other));
    }

    [Theory]
    [InlineData("[Hyperparams]\npublic sealed class MyModel() : Module<Tensor, Tensor>(\"\") { public override Tensor forward(Tensor x) => x; }")]
    [InlineData("public sealed partial class MyModel() : Module<Tensor, Tensor>(\"\") { public override Tensor forward(Tensor x) => x; }")]
    public async Task A_class_without_a_generated_loop_is_left(string type) =>
        Assert.Empty(await FixRun.Titles(new EjectTrainingLoop(), "MyModel", ModelSource.Usings + type));
}
