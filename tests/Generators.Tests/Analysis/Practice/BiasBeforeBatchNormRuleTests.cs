using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class BiasBeforeBatchNormRuleTests
{
    private const string Id = "TRAIN2025";
    private const string Fields = "private readonly Conv2d _conv; private readonly BatchNorm2d _norm; private readonly Conv2d _plain = Conv2d(3, 3, 1);";
    private const string Biased = "_conv = Conv2d(3, 8, 3); _norm = BatchNorm2d(8);";

    [Theory]
    [InlineData("return relu(_norm.call(_conv.call(x)));")]
    [InlineData("x = _conv.call(_plain.call(x)); x = _norm.call(x); return relu(x);")]
    [InlineData("var y = _conv.call(x); y = _norm.call(y); return relu(y) + relu(y);")]
    public async Task A_convolution_before_BatchNorm_in_forward(string forward) =>
        await Advice.Only(Id, "Conv2d(3, 8, 3)", NetworkSource.With(Fields, forward, constructor: Biased), "bias: false");

    [Theory]
    [InlineData("Sequential(Conv2d(3, 8, 3), BatchNorm2d(8), ReLU())", "Conv2d(3, 8, 3)")]
    [InlineData("Sequential(Conv1d(3, 8, 3, bias: true), BatchNorm1d(8))", "Conv1d(3, 8, 3, bias: true)")]
    [InlineData("Sequential(ConvTranspose2d(3, 8, 4, stride: 2), BatchNorm2d(8))", "ConvTranspose2d(3, 8, 4, stride: 2)")]
    [InlineData("Sequential((\"c\", Conv2d(3, 8, (3, 3))), (\"n\", BatchNorm2d(8)))", "Conv2d(3, 8, (3, 3))")]
    public async Task A_sequence(string layers, string at) =>
        await Advice.Only(Id, at, NetworkSource.With($"private readonly Sequential _layers = {layers};", "return _layers.call(x);"));

    [Fact]
    public async Task A_sequence_that_forward_is_not_seen_to_call() => await Advice.Only(
        Id,
        "Conv2d(3, 8, 3)",
        NetworkSource.With("private readonly Sequential _layers = Sequential(Conv2d(3, 8, 3), BatchNorm2d(8));", "foreach (var layer in _layers.children()) { } return x;"));

    [Fact]
    public async Task A_constructor_in_another_file_of_the_class()
    {
        var fields = NetworkSource.Of("""
            [Hyperparams]
            public sealed partial class Net : Module<Tensor, Tensor>
            {
                private readonly Conv2d _conv;
                private readonly BatchNorm2d _norm;
                public override Tensor forward(Tensor x) => _norm.call(_conv.call(x));
            }
            """);
        var constructor = NetworkSource.Of("""
            public sealed partial class Net
            {
                public Net() : base("net") { (_conv, _norm) = (Conv2d(3, 8, 3), BatchNorm2d(8)); RegisterComponents(); }
            }
            """);
        var found = Assert.Single(await GeneratorRun.Analyze([new Generators.Analysis.Practice.PracticeAnalyzer()], fields, constructor));
        Assert.Equal((Id, "Source1.cs"), (found.Id, found.Location.SourceTree!.FilePath));
    }

    [Theory]
    [InlineData("_conv = Conv2d(3, 8, 3, bias: false); _norm = BatchNorm2d(8);", "return _norm.call(_conv.call(x));")]
    [InlineData("_conv = Conv2d(3, 8, 3, bias: width > 3); _norm = BatchNorm2d(8);", "return _norm.call(_conv.call(x));")]
    [InlineData(Biased, "return _norm.call(relu(_conv.call(x)));")]
    [InlineData(Biased, "var y = _conv.call(x); return _norm.call(y) + y;")]
    [InlineData("if (width > 3) { _conv = Conv2d(3, 8, 3); } else { _conv = Conv2d(3, 8, 3, bias: false); } _norm = BatchNorm2d(8);", "return _norm.call(_conv.call(x));")]
    public async Task Nothing_is_said_of(string constructor, string forward) =>
        await Advice.Nothing(NetworkSource.With(Fields, forward, constructor: constructor));

    [Fact]
    public async Task Can_be_suppressed() =>
        await Advice.Suppressible(Id, NetworkSource.With(Fields, "return _norm.call(_conv.call(x));", constructor: Biased));
}
