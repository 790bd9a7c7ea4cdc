using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class PlainDepthRuleTests
{
    private const string Id = "TRAIN2021";

    private const string Fields = """
        private readonly Conv2d _a = Conv2d(3, 8, 3, padding: 1), _b = Conv2d(8, 8, 3, padding: 1), _c = Conv2d(8, 8, 3, padding: 1);
        private readonly Conv2d _d = Conv2d(8, 9, 3, padding: 1), _short = Conv2d(3, 8, 1), _down = Conv2d(8, 8, 3, stride: 2, padding: 1);
        private readonly Sequential _pair = Sequential(Conv2d(8, 8, 3, padding: 1), ReLU(), Conv2d(8, 8, 3, padding: 1), ReLU());
        """;

    [Theory]
    [InlineData("return relu(_d.call(relu(_c.call(relu(_b.call(relu(_a.call(x))))))));")]
    [InlineData("x = relu(_a.call(x)); x = _b.call(x).relu_(); x = relu(_c.call(x)); return _d.call(x).relu();")]
    [InlineData("x = relu(_a.call(x)); x = relu(_short.call(x)); x = relu(_b.call(x)); x = relu(_c.call(x)); x = relu(_d.call(x)); x = max_pool2d(x, 2); return x.flatten(1);")]
    [InlineData("x = max_pool2d(relu(_a.call(x)), 2); x = relu(_a.call(x)); x = _pair.call(x); return relu(_d.call(x));")]
    [InlineData("x = relu(_down.call(x)); x = _pair.call(x); x = relu(_d.call(x)); return x;")]
    public async Task Four_in_a_row(string forward) => await Advice.Only(
        Id, "Conv2d(8, 9, 3, padding: 1)", NetworkSource.With(Fields, forward), "convolution 4 in a row", "relu(x + block.call(x))");

    [Fact]
    public async Task One_sequence_of_named_layers() => await Advice.Only(
        Id,
        "Conv2d(width, 9, 3)",
        NetworkSource.With(
            "private readonly Sequential _trunk;",
            "return _trunk.call(x);",
            constructor: """
            _trunk = Sequential(
                ("conv1", Conv2d(3, width, 3)), ("relu1", ReLU()), ("conv2", Conv2d(width, width, (3, 3))), ("relu2", ReLU()),
                ("conv3", Conv2d(width, width, 3)), ("relu3", ReLU()), ("conv4", Conv2d(width, 9, 3)), ("relu4", ReLU()));
            """));

    [Theory]
    [InlineData("x = relu(_a.call(x)); x = relu(_b.call(x)); return relu(_c.call(x));")]
    [InlineData("x = relu(_a.call(x)); x = _pair.call(x); x = max_pool2d(x, 2); x = _pair.call(x); return relu(_d.call(x));")]
    [InlineData("x = relu(_a.call(x)); x = _pair.call(x); x = relu(_down.call(x)); return _pair.call(x);")]
    [InlineData("x = relu(_a.call(x)); x = relu(x + _pair.call(x)); return relu(_d.call(x));")]
    [InlineData("x = relu(_a.call(x)); x = relu(_pair.call(x).add_(x)); return relu(_d.call(x));")]
    [InlineData("x = relu(_a.call(x)); x = relu(x.add(_pair.call(x))); return relu(_d.call(x));")]
    [InlineData("x = relu(_a.call(x)); var y = _pair.call(x); y += x; return relu(_d.call(y));")]
    [InlineData("x = relu(_a.call(x)); x = cat(new[] { x, _pair.call(x) }, 1); return relu(_d.call(x));")]
    [InlineData("x = relu(_a.call(x)); x = cat([x, _pair.call(x)], 1); return relu(_d.call(x));")]
    [InlineData("var y = relu(_a.call(x)); y = _pair.call(y); y = _pair.call(y); return x - _d.call(y);")]
    [InlineData("for (var i = 0; i < 3; i++) { x = _pair.call(x); } x = relu(_a.call(x)); return relu(_d.call(x));")]
    [InlineData("x = relu(_a.call(x)); if (width > 8) { x = _pair.call(x); } return relu(_pair.call(x));")]
    [InlineData("x = relu(_a.call(x)); x = Other(_pair.call(x)); return relu(_pair.call(x));")]
    [InlineData("x = _d.call(_c.call(_b.call(_a.call(x)))); return x;")]
    public async Task Nothing_is_said_of(string forward) => await Advice.Nothing(NetworkSource.With(
        Fields + "private readonly int width = 8; private static Tensor Other(Tensor x) { while (true) { return x; } }", forward));

    [Fact]
    public async Task Helpers_of_the_class_are_read_as_a_part_of_their_callers() => await Advice.Only(
        Id,
        "Conv2d(inputs, outputs, 3, stride, 1, bias: false)",
        NetworkSource.With(
            """
            private readonly Sequential _a = Block(3, 8), _b = Block(8, 8), _c = Block(8, 8), _d = Block(8, 8);
            private static Sequential Block(long inputs, long outputs, long stride = 1) =>
                Sequential(Conv2d(inputs, outputs, 3, stride, 1, bias: false), BatchNorm2d(outputs));
            private Tensor Pair(Tensor x, Sequential one, Sequential other) => relu(other.call(relu(one.call(x))));
            """,
            "x = Pair(x, _a, _b); return Pair(x, _c, _d);"));

    [Fact]
    public async Task A_sequence_that_grows_is_not_known() => await Advice.Nothing(NetworkSource.With(
        "private readonly Sequential _trunk = Sequential();",
        "return _trunk.call(x);",
        constructor: "for (var i = 0; i < 4; i++) { _trunk.append(Conv2d(3, 3, 3)); _trunk.append(ReLU()); }"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(
        Id, NetworkSource.With(Fields, "return relu(_d.call(relu(_c.call(relu(_b.call(relu(_a.call(x))))))));"));
}
