using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class TrunkDropoutRuleTests
{
    private const string Id = "TRAIN2020";
    private const string First = "Conv2d(3, 8, 3, bias: false), BatchNorm2d(8), ReLU()";
    private const string Second = "Conv2d(8, 8, 3, bias: false), BatchNorm2d(8), ReLU()";

    [Theory]
    [InlineData($"{First}, Dropout(0.2), {Second}", "Dropout(0.2)")]
    [InlineData($"{First}, MaxPool2d(2), Dropout(), {Second}", "Dropout()")]
    [InlineData($"(\"one\", Conv2d(3, 8, 3, bias: false)), (\"norm\", BatchNorm2d(8)), (\"drop\", Dropout(0.1)), (\"two\", Conv2d(8, 8, 3, bias: false)), (\"norm2\", BatchNorm2d(8))", "Dropout(0.1)")]
    public async Task Dropout_in_a_sequence(string layers, string at) =>
        await Advice.Only(Id, at, NetworkSource.With($"private readonly Sequential _trunk = Sequential({layers});", "return _trunk.call(x);"), "before the last layer");

    [Fact]
    public async Task Dropout_between_fields() => await Advice.Only(
        Id,
        "_drop.call(relu(_norm1.call(_conv1.call(x))))",
        NetworkSource.With(
            """
            private readonly Conv2d _conv1, _conv2;
            private readonly BatchNorm2d _norm1, _norm2;
            private readonly Dropout _drop;
            """,
            "x = _drop.call(relu(_norm1.call(_conv1.call(x)))); x = max_pool2d(x, 2); x = _conv2.call(x); return relu(_norm2.call(x));",
            constructor: """
            _conv1 = Conv2d(3, 8, 3, bias: false); _norm1 = BatchNorm2d(8); _drop = Dropout(0.3);
            _conv2 = Conv2d(8, 8, 3, bias: false); _norm2 = BatchNorm2d(8);
            """));

    [Fact]
    public async Task The_function_is_meant_too() => await Advice.Only(
        Id,
        "dropout(x, 0.2, training)",
        NetworkSource.With(
            $"private readonly Sequential _one = Sequential({First}), _two = Sequential({Second});",
            "x = _one.call(x); x = dropout(x, 0.2, training); return _two.call(x);"));

    [Fact]
    public async Task A_block_of_the_project_is_read_by_itself() => await Advice.Only(
        Id,
        "Dropout(0.2)",
        NetworkSource.Of($$"""
            public sealed class Block : Module<Tensor, Tensor>
            {
                private readonly Sequential _layers = Sequential({{First}}, Dropout(0.2), {{Second}});
                public Block() : base("block") { RegisterComponents(); }
                public override Tensor forward(Tensor x) => _layers.call(x);
            }
            """));

    [Theory]
    [InlineData($"{First}, Dropout2d(0.2), {Second}")]
    [InlineData("Conv2d(3, 8, 3), ReLU(), Dropout(0.2), Conv2d(8, 8, 3), ReLU()")]
    [InlineData($"{First}, Flatten(), Dropout(0.2), Linear(8, 3)")]
    [InlineData($"{First}, Dropout(0.1), Conv2d(8, 3, 1)")]
    [InlineData($"Linear(3, 8), BatchNorm1d(8), ReLU(), Dropout(0.2), Linear(8, 8), BatchNorm1d(8)")]
    [InlineData($"Dropout(0.2), {First}, {Second}")]
    public async Task Nothing_is_said_of(string layers) =>
        await Advice.Nothing(NetworkSource.With($"private readonly Sequential _trunk = Sequential({layers});", "return _trunk.call(x);"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(
        Id, NetworkSource.With($"private readonly Sequential _trunk = Sequential({First}, Dropout(0.2), {Second});", "return _trunk.call(x);"));
}
