namespace TrainSdk.Generators.Tests.Features;

public sealed class ParamGroupTests
{
    private const string Head = """

        private readonly Linear backbone = Linear(4, 4);

        public System.Collections.Generic.IEnumerable<Parameter> Head() => _head.parameters();
        """;

    [Fact]
    public void Alone() => FeatureSnapshot.Verify(
        """[Hyperparams, ParamGroup("backbone", LrScale = 0.1, WeightDecay = 0), ParamGroup(nameof(Head), LrScale = 2)]""", "ParamGroup", Head);

    [Fact]
    public void One_group_stands_in_one_line() => Assert.Contains(
        "var parameters = run.Parameters.Group(\"layers.0\", settings.Layers0LrScale);",
        FeatureSnapshot.Of("""[Hyperparams, ParamGroup("layers.0", LrScale = 0.5)]""").Of("Training"), StringComparison.Ordinal);

    [Fact]
    public void What_an_optimizer_leaves_out_of_its_decay_comes_first() => Assert.Contains(
        "var parameters = run.Parameters\n                .ExcludeBiasAndNorm()\n                .Group(",
        FeatureSnapshot.Of("""[Hyperparams, AdamW(ExcludeBiasAndNorm = true), ParamGroup("0", LrScale = 0.5)]""").Of("Training"), StringComparison.Ordinal);
}
