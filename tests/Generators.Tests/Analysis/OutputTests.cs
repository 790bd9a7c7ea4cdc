using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

/// <summary>Models whose output is no tensor.</summary>
public sealed class OutputTests
{
    private const string Loss = "private static Tensor Loss((Tensor, Tensor) output, Tensor target) => (output.Item1 - target).square().mean();";

    [Fact]
    public async Task TRAIN1050_no_loss()
    {
        var source = Source("[Hyperparams]", "");
        await Expect.Only("TRAIN1050", "MyModel", source, "MyModel gives (Tensor Mean, Tensor Spread)", "Tensor Loss((Tensor Mean, Tensor Spread) output");
        Expect.NoLoop(source);
    }

    [Fact]
    public async Task TRAIN1015_a_loss_of_another_output()
    {
        var source = Source("[Hyperparams]", "private static Tensor Loss(Tensor output, Tensor target) => output;");
        await Expect.Only("TRAIN1015", "Loss", source, "Tensor Loss((Tensor Mean, Tensor Spread) output, Tensor target)");
        Expect.NoLoop(source);
    }

    [Theory]
    [InlineData("private static Tensor Scores(Tensor output) => output;")]
    [InlineData("private static float Scores((Tensor, Tensor) output) => 0;")]
    [InlineData("private static Tensor Scores(in (Tensor, Tensor) output) => output.Item1;")]
    public async Task TRAIN1052_other_scores(string scores)
    {
        var source = Source("[Hyperparams]", Loss + scores);
        await Expect.Only("TRAIN1052", "Scores", source, "Tensor Scores((Tensor Mean, Tensor Spread) output)");
        Expect.NoLoop(source);
    }

    [Theory]
    [InlineData("Regression")]
    [InlineData("Classification")]
    public async Task TRAIN1051_a_metric_without_scores(string objective)
    {
        var source = Source($"[Hyperparams, {objective}]", Loss);
        await Expect.Only("TRAIN1051", objective, source, $"[{objective}] has nothing to measure", "Tensor Scores((Tensor Mean, Tensor Spread) output)");
        Expect.Loop(source);
    }

    [Fact]
    public async Task The_names_of_a_tuples_parts_do_not_matter()
    {
        var source = Source("[Hyperparams, Regression]", Loss + "private Tensor Scores((Tensor A, Tensor? B) output) => output.A;");
        await Expect.Nothing(source);
        Expect.Loop(source);
    }

    [Fact]
    public async Task Scores_of_a_model_that_gives_a_tensor_are_its_own_affair() =>
        await Expect.Nothing(ModelSource.With("[Hyperparams]", "private static int Scores(int a) => a;"));

    private static string Source(string attributes, string members) => $$"""
        #nullable enable
        {{ModelSource.Usings}}
        {{attributes}}
        public sealed partial class MyModel() : Module<Tensor, (Tensor Mean, Tensor Spread)>("model")
        {
            private readonly Linear _head = Linear(4, 2);

            public override (Tensor Mean, Tensor Spread) forward(Tensor input) => (_head.call(input), _head.call(input).exp());
            {{members}}
        }
        """;
}
