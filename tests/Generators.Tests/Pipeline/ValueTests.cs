using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Pipeline;

/// <summary>
/// What a step of ours gives holds no symbol, syntax, place or compilation: it would keep all of an old compilation in memory, and be equal to
/// nothing.
/// </summary>
public sealed class ValueTests
{
    [Fact]
    public void No_value_holds_on_to_a_compilation()
    {
        var source = ModelSource.With(
            "[Hyperparams, AdamW, Metric<F1>, Metric<TopK>(2), StepDecay(Milestones = new double[] { 1, 2 }), EarlyStop(3, Monitor = typeof(F1)), Amp]",
            "partial void OnStepEnd(in TrainSdk.Training.StepSummary step) { }",
            constructor: "int width = 3, AmpMode mode = AmpMode.Bf16");
        var result = Project.Of(source).RunIn(GeneratorRun.Driver(trackSteps: true)).GetRunResult().Results.Single();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in (string[])[TrainerGenerator.ParseStep, TrainerGenerator.NameStep, TrainerGenerator.FileStep])
        {
            var values = result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Value).ToArray();
            Assert.NotEmpty(values);
            Assert.All(values, value => Walk(value, step, seen));
        }
        Assert.True(seen.Count > 50, "the walk sees into the values");
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }
        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or AttributeData or SourceText or Delegate, path);
        Assert.False(value is SyntaxToken or SyntaxTrivia or TypedConstant, path);
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, $"{path}[]", seen);
            }
        }
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
