using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

public sealed class CacheTests
{
    private static readonly string Model = ModelSource.With("[Hyperparams, AdamW, Warmup(5)]", constructor: "int width = 3");

    [Theory]
    [InlineData("class Other { int _changed; }")]
    [InlineData("class Other { } class More { }")]
    public void An_edit_elsewhere_recomputes_no_file(string edited)
    {
        var steps = After(Model, "class Other { }", Model, edited);
        Assert.All(Reasons(steps, TrainerGenerator.ParseStep), static reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(Reasons(steps, TrainerGenerator.NameStep), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Outputs(steps), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_inside_a_method_of_the_model_recomputes_no_file()
    {
        var steps = After(Model, "", Model.Replace("_head.call(input);", "_head.call(input + 1);", StringComparison.Ordinal), "");
        Assert.All(Reasons(steps, TrainerGenerator.ParseStep), static reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(Outputs(steps), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edited_attribute_recomputes_the_files()
    {
        var steps = After(Model, "", Model.Replace("Warmup(5)", "Warmup(6)", StringComparison.Ordinal), "");
        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(steps, TrainerGenerator.ParseStep));
        Assert.Contains(IncrementalStepRunReason.Modified, Outputs(steps));
    }

    private static GeneratorRunResult After(string model, string other, string editedModel, string editedOther)
    {
        var before = GeneratorRun.Compile(model, other);
        var trees = before.SyntaxTrees.ToArray();
        var after = Edited(Edited(before, trees[0], editedModel), trees[1], editedOther);
        return GeneratorRun.Driver(trackSteps: true).RunGenerators(before).RunGenerators(after).GetRunResult().Results.Single();
    }

    private static CSharpCompilation Edited(CSharpCompilation compilation, SyntaxTree tree, string text) => tree.ToString() == text
        ? compilation
        : compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, GeneratorRun.ParseOptions, tree.FilePath));

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step)
    {
        var reasons = result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason).ToArray();
        Assert.NotEmpty(reasons);
        return reasons;
    }

    private static IncrementalStepRunReason[] Outputs(GeneratorRunResult result)
    {
        var runs = result.TrackedOutputSteps.SelectMany(static step => step.Value);
        var reasons = runs.SelectMany(static run => run.Outputs).Select(static output => output.Reason).ToArray();
        Assert.NotEmpty(reasons);
        return reasons;
    }
}
