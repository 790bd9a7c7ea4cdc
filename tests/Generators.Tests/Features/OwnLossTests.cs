using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Features;

public sealed class OwnLossTests
{
    private const string Mean = "private static Tensor Loss(Tensor output, Tensor target) => (output - target).abs().mean();";
    private const string SumAndWeight = "internal (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target) => (output.sum(), target.sum());";

    [Fact]
    public void Mean_without_an_objective_has_no_metric()
    {
        var loop = FeatureSnapshot.Verify("[Hyperparams]", "OwnLoss", Mean).Of("Training");
        Assert.Contains("var loss = Loss(output, batch.Target);", loop, StringComparison.Ordinal);
        Assert.DoesNotContain("Accuracy", loop, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_and_weight_of_an_instance()
    {
        var loop = FeatureSnapshot.Verify("[Hyperparams]", "OwnLossSumAndWeight", SumAndWeight).Of("Training");
        Assert.Contains("var (sum, weight) = model.Loss(output, batch.Target);", loop, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Classification", "new Accuracy()")]
    [InlineData("Regression", "new MeanAbsoluteError()")]
    public void An_objective_beside_it_brings_its_metric(string objective, string metric)
    {
        var loop = GeneratorRun.Of(ModelSource.With($"[Hyperparams, {objective}]", Mean)).Clean().Of("Training");
        Assert.Contains(metric, loop, StringComparison.Ordinal);
        Assert.Contains("var loss = Loss(output, batch.Target);", loop, StringComparison.Ordinal);
    }

    [Fact]
    public void Inherited_from_a_base_class() => Assert.Contains(
        "var loss = Loss(output, batch.Target);",
        GeneratorRun.Of($$"""
            {{ModelSource.Usings}}
            public abstract class Base(string name) : Module<Tensor, Tensor>(name)
            {
                protected static Tensor Loss(Tensor output, Tensor target) => output.sum();
            }

            [Hyperparams]
            public sealed partial class MyModel() : Base("model")
            {
                public override Tensor forward(Tensor input) => input;
            }
            """).Clean().Of("Training"),
        StringComparison.Ordinal);
}
