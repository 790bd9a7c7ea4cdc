using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class BatchNormBatchRuleTests
{
    private const string Id = "TRAIN2024";
    private const string Norm = "private readonly BatchNorm1d _norm = BatchNorm1d(4);";
    private const string Forward = "return _norm.call(x);";

    private const string Block = """
        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Sequential _layers = Sequential(Linear(4, 4), BatchNorm1d(4));
            public Block() : base("block") { RegisterComponents(); }
            public override Tensor forward(Tensor x) => _layers.call(x);
        }

        """;

    [Theory]
    [InlineData("Hyperparams(BatchSize = 1)", "BatchSize = 1", "the one sample", DiagnosticSeverity.Warning)]
    [InlineData("Hyperparams(BatchSize = 1), Accumulate(32)", "BatchSize = 1", "the one sample", DiagnosticSeverity.Warning)]
    [InlineData("Hyperparams(BatchSize = 4), Accumulate(8)", "8", "each 4 samples, not from the 32", DiagnosticSeverity.Warning)]
    [InlineData("Hyperparams(BatchSize = 32), Accumulate(batches: 4)", "batches: 4", "each 32 samples, not from the 128", DiagnosticSeverity.Info)]
    public async Task Statistics_of_small_batches(string attributes, string at, string words, DiagnosticSeverity severity)
    {
        var source = NetworkSource.With(Norm, Forward, $"[{attributes}]");
        await Advice.Only(Id, at, source, words, "GroupNorm");
        Assert.Equal(severity, Assert.Single(await Advice.Of(source)).Severity);
    }

    [Fact]
    public async Task A_block_of_the_project() => await Advice.Only(
        Id,
        "BatchSize = 1",
        NetworkSource.With("private readonly Module<Tensor, Tensor> _block = new Block();", "return _block.call(x);", "[Hyperparams(BatchSize = 1)]") + Block);

    [Theory]
    [InlineData(Norm, "Hyperparams(BatchSize = 2)")]
    [InlineData(Norm, "Hyperparams(BatchSize = 4), Accumulate(1, Auto = true)")]
    [InlineData("private readonly GroupNorm _norm = GroupNorm(2, 4);", "Hyperparams(BatchSize = 1)")]
    [InlineData("private readonly LayerNorm _norm = LayerNorm(4);", "Hyperparams(BatchSize = 4), Accumulate(8)")]
    public async Task Nothing_is_said_of(string fields, string attributes) => await Advice.Nothing(NetworkSource.With(fields, Forward, $"[{attributes}]"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, NetworkSource.With(Norm, Forward, "[Hyperparams(BatchSize = 1)]"));
}
