using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Tests;

namespace TrainSdk.Generators.Tests;

/// <summary>Models with several inputs, and with outputs that are no tensor.</summary>
public sealed class ForwardTests
{
    private const string Pair = "private static Tensor Loss((Tensor A, Tensor B) output, Tensor target) => (output.A - target).mean();";

    [Fact]
    public void Two_inputs()
    {
        var loop = Of("[Hyperparams, Amp]", "Tensor, Tensor, Tensor", "Tensor forward(Tensor a, Tensor b) => _head.call(a + b);");
        Assert.Contains("output = model.call(batch.Inputs[0], batch.Inputs[1]);", loop, StringComparison.Ordinal);
        Assert.Contains("Tensor ITrainedModel.Answer(IReadOnlyList<Tensor> inputs) => call(inputs[0], inputs[1]);", loop, StringComparison.Ordinal);
        Assert.Contains("Inputs = 2,", loop, StringComparison.Ordinal);
        Snapshot.Verify(loop, "TwoInputs#MyModel.Loop.g");
    }

    [Fact]
    public void As_many_inputs_as_TorchSharp_takes()
    {
        const string Arguments = "Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f";
        var loop = Of("[Hyperparams]", "Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor", $"Tensor forward({Arguments}) => _head.call(a + b + c + d + e + f);");
        Assert.Contains("batch.Inputs[5]);", loop, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Hyperparams]")]
    [InlineData("[Hyperparams, Regression, Amp, Accumulate(2)]")]
    public void A_tuple_with_scores(string attributes)
    {
        var loop = Of(attributes, "Tensor, (Tensor A, Tensor B)", "(Tensor A, Tensor B) forward(Tensor input) => (_head.call(input), input);",
            Pair + "private static Tensor Scores((Tensor, Tensor) output) => output.Item1;");
        Assert.Contains("Loss(output, batch.Target)", loop, StringComparison.Ordinal);
        Assert.Contains("Tensor ITrainedModel.Answer(IReadOnlyList<Tensor> inputs) => Scores(call(inputs[0]));", loop, StringComparison.Ordinal);
        if (attributes.Contains("Regression", StringComparison.Ordinal))
        {
            Snapshot.Verify(loop, "TupleScores#MyModel.Loop.g");
        }
        else
        {
            Assert.DoesNotContain("metric.", loop, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_tuple_without_scores_has_no_answer()
    {
        var loop = Of("[Hyperparams]", "Tensor, (Tensor A, Tensor B)", "(Tensor A, Tensor B) forward(Tensor input) => (_head.call(input), input);", Pair);
        Assert.DoesNotContain("Answer", loop, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_its_own_with_a_loss_and_scores_of_the_instance()
    {
        var loop = Of("[Hyperparams, Classification]", "Tensor, MyModel.Answers", "Answers forward(Tensor input) => new(_head.call(input), input);", """
            public sealed record Answers(Tensor Classes, Tensor Rest);
            private (Tensor Sum, Tensor Weight) Loss(Answers output, Tensor target) => (output.Classes.sum(), target.sum());
            private Tensor Scores(Answers output) => output.Classes;
            """);
        Assert.Contains("var (sum, weight) = model.Loss(output, batch.Target);", loop, StringComparison.Ordinal);
        Assert.Contains("Add(model.Scores(output), batch.Target);", loop, StringComparison.Ordinal);
        Assert.Contains("=> Scores(call(inputs[0]));", loop, StringComparison.Ordinal);
    }

    [Fact]
    public void One_tensor_to_one_tensor_leaves_no_trace()
    {
        var loop = LoopAndMembers(GeneratorRun.Of(ModelSource.With("[Hyperparams]")).Clean());
        Assert.DoesNotContain("Inputs", loop, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer", loop, StringComparison.Ordinal);
    }

    private static string Of(string attributes, string types, string forward, string members = "") => LoopAndMembers(GeneratorRun.Of($$"""
        {{ModelSource.Usings}}
        {{attributes}}
        public sealed partial class MyModel() : Module<{{types}}>("model")
        {
            private readonly Linear _head = Linear(4, 3);

            public override {{forward}}
            {{members}}
        }
        """).Clean());

    private static string LoopAndMembers(Generated generated) => generated.Of("Training") + generated.Of("Members");
}
