using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Fixes;

/// <summary>The fixes of practice: what is offered, and the class after it, which compiles and of which the same is said no more.</summary>
public sealed class PracticeFixTests
{
    private const string Trunk = "Conv2d(3, 8, 3, bias: false), BatchNorm2d(8), ReLU()";
    private const string Next = "Conv2d(8, 8, 3, bias: false), BatchNorm2d(8), ReLU()";

    private const string Layers = """
        private readonly Linear _head = Linear(4, 3); private readonly Softmax _softmax = Softmax(1);
        private readonly Conv2d _conv = Conv2d(3, 8, 3, bias: false), _next = Conv2d(8, 8, 3, bias: false);
        private readonly BatchNorm2d _norm = BatchNorm2d(8), _norm2 = BatchNorm2d(8); private readonly Dropout _drop = Dropout(0.1);
        """;

    [Theory]
    [InlineData("TRAIN2001", "[Hyperparams, ScaleLr]", "Write Rule = ScaleRule.SquareRoot", "[Hyperparams, ScaleLr(Rule = ScaleRule.SquareRoot)]")]
    [InlineData("TRAIN2002", "[Hyperparams(Lr = 0.1), AdamW]", "Write Lr = 1e-3", "[Hyperparams(Lr = 1e-3), AdamW]")]
    [InlineData("TRAIN2002", "[Hyperparams(Lr = 0.1), Lion]", "Write Lr = 1e-4", "[Hyperparams(Lr = 1e-4), Lion]")]
    [InlineData("TRAIN2003", "[Hyperparams(BatchSize = 1024)]", "Add [Warmup(5)]", "[Hyperparams(BatchSize = 1024)]\n[Warmup(5)]")]
    [InlineData(
        "TRAIN2003", "[Hyperparams(BatchSize = 1024, Epochs = 8)]", "Add [Warmup(Fraction = 0.1)]",
        "[Hyperparams(BatchSize = 1024, Epochs = 8)]\n[Warmup(Fraction = 0.1)]")]
    [InlineData(
        "TRAIN2004", "[Hyperparams, Adam(WeightDecay = 1e-4)]", "Write [AdamW] in place of [Adam]", "[Hyperparams, AdamW(WeightDecay = 1e-4)]")]
    [InlineData("TRAIN2005", "[Hyperparams, EarlyStop(3)]", "Write [EarlyStop(10)]", "[Hyperparams, EarlyStop(10)]")]
    [InlineData("TRAIN2006", "[Hyperparams, EarlyStop(6)]", "Write [EarlyStop(10)]", "[Hyperparams, EarlyStop(10)]")]
    [InlineData(
        "TRAIN2007", "[Hyperparams(Epochs = 100), Cosine, EarlyStop(10)]", "Write [EarlyStop(25)]", "[Hyperparams(Epochs = 100), Cosine, EarlyStop(25)]")]
    [InlineData("TRAIN2007", "[Hyperparams(Epochs = 100), Cosine, EarlyStop]", "Remove [EarlyStop]", "[Hyperparams(Epochs = 100), Cosine]")]
    [InlineData(
        "TRAIN2010", "[Hyperparams, Pretrained(\"_conv\", \"w.pt\")]", "Add [Freeze(\"_conv\")]",
        "[Hyperparams, Pretrained(\"_conv\", \"w.pt\")]\n[Freeze(\"_conv\")]")]
    [InlineData(
        "TRAIN2010", "[Hyperparams, Pretrained(\"_conv\", \"w.pt\")]", "Add [Freeze(\"_conv\", UntilEpoch = 5)]",
        "[Hyperparams, Pretrained(\"_conv\", \"w.pt\")]\n[Freeze(\"_conv\", UntilEpoch = 5)]")]
    [InlineData("TRAIN2024", "[Hyperparams(BatchSize = 1)]", "Write BatchSize = 32", "[Hyperparams(BatchSize = 32)]")]
    [InlineData("TRAIN2024", "[Hyperparams(BatchSize = 4), Accumulate(8)]", "Remove [Accumulate]", "[Hyperparams(BatchSize = 4)]")]
    [InlineData(
        "TRAIN2024", "[Hyperparams(BatchSize = 4), Accumulate(8)]", "Write BatchSize = 32 in place of [Accumulate]", "[Hyperparams(BatchSize = 32)]")]
    public async Task The_attributes_are_mended(string id, string ill, string title, string mended) =>
        await Becomes(id, title, NetworkSource.With(Layers, "return x;", ill), NetworkSource.With(Layers, "return x;", mended));

    [Fact]
    public async Task A_network_of_convolutions_gets_mixed_precision() => Assert.Equal(
        NetworkSource.With(Layers, "return _norm.call(_conv.call(x));", "[Hyperparams]\n[Amp]"),
        await FixRun.Apply(
            "TRAIN2009", "Add [Amp]", NetworkSource.With(Layers, "return _norm.call(_conv.call(x));", "[Hyperparams]"), backend: "cuda"));

    [Fact]
    public async Task Gradients_are_clipped() => await Becomes(
        "TRAIN2008", "Add [ClipGradNorm(1.0)]", Recurrent("[Hyperparams]"), Recurrent("[Hyperparams]\n[ClipGradNorm(1.0)]"));

    [Theory]
    [InlineData($"{Trunk}, Dropout(0.2), {Next}", $"{Trunk}, {Next}")]
    [InlineData($"(\"a\", Sequential({Trunk})), (\"drop\", Dropout(0.2)), (\"b\", Sequential({Next}))", $"(\"a\", Sequential({Trunk})), (\"b\", Sequential({Next}))")]
    public async Task Dropout_goes(string ill, string mended) => await Becomes("TRAIN2020", "Remove Dropout", Sequence(ill), Sequence(mended));

    [Theory]
    [InlineData(
        "x = _drop.call(relu(_norm.call(_conv.call(x)))); return _norm2.call(_next.call(x));", "Remove _drop",
        "x = relu(_norm.call(_conv.call(x))); return _norm2.call(_next.call(x));")]
    [InlineData(
        "x = relu(_norm.call(_conv.call(x))); x = dropout(x, 0.1, training); return _norm2.call(_next.call(x));", "Remove dropout",
        "x = relu(_norm.call(_conv.call(x))); return _norm2.call(_next.call(x));")]
    public async Task Dropout_goes_from_forward(string ill, string title, string mended) =>
        await Becomes("TRAIN2020", title, NetworkSource.With(Layers, ill), NetworkSource.With(Layers, mended));

    [Theory]
    [InlineData("TRAIN2022", "[Hyperparams]", "return softmax(_head.call(x), 1);", "Remove softmax", "return _head.call(x);")]
    [InlineData("TRAIN2022", "[Hyperparams]", "return _head.call(x).log_softmax(1);", "Remove log_softmax", "return _head.call(x);")]
    [InlineData("TRAIN2022", "[Hyperparams]", "return _softmax.call(_head.call(x));", "Remove _softmax", "return _head.call(x);")]
    [InlineData("TRAIN2022", "[Hyperparams]", "x = _head.call(x); x = softmax(x, 1); return x;", "Remove softmax", "x = _head.call(x); return x;")]
    [InlineData("TRAIN2023", "[Hyperparams, Binary]", "return torch.sigmoid(_head.call(x));", "Remove sigmoid", "return _head.call(x);")]
    public async Task The_scores_are_given_as_they_are(string id, string attributes, string ill, string title, string mended) =>
        await Becomes(id, title, NetworkSource.With(Layers, ill, attributes), NetworkSource.With(Layers, mended, attributes));

    [Fact]
    public async Task The_last_layer_of_a_sequence_goes() =>
        await Becomes("TRAIN2022", "Remove Softmax", Sequence("Linear(4, 3), Softmax(1)"), Sequence("Linear(4, 3)"));

    [Theory]
    [InlineData("Conv2d(3, 8, 3)", "Conv2d(3, 8, 3, bias: false)")]
    [InlineData("Conv2d(3, 8, kernel_size: 3)", "Conv2d(3, 8, kernel_size: 3, bias: false)")]
    [InlineData("Conv2d(3, 8, 3, bias: true)", "Conv2d(3, 8, 3, bias: false)")]
    [InlineData("Conv2d(3, 8, 3, 1, 1, 1, PaddingModes.Zeros, 1, true)", "Conv2d(3, 8, 3, 1, 1, 1, PaddingModes.Zeros, 1, false)")]
    public async Task A_bias_goes(string ill, string mended) =>
        await Becomes("TRAIN2025", "Write bias: false", Sequence($"{ill}, BatchNorm2d(8)"), Sequence($"{mended}, BatchNorm2d(8)"));

    [Fact]
    public async Task All_biases_go_at_once() => Assert.Equal(
        Sequence($"{Trunk}, {Next}"),
        await FixRun.ApplyToAll("TRAIN2025", "Write bias: false", Sequence($"{Trunk}, {Next}".Replace(", bias: false", "", StringComparison.Ordinal))));

    private static async Task Becomes(string id, string title, string ill, string mended)
    {
        var text = await FixRun.Apply(id, title, ill);
        Assert.Equal(mended, text);
        Assert.DoesNotContain(await GeneratorRun.Analyze(Analyzers.All, text), diagnostic => diagnostic.Id == id);
        GeneratorRun.Of(text).Clean();
    }

    private static string Recurrent(string attributes) =>
        NetworkSource.With("private readonly GRU _memory = GRU(4, 8);", "return _memory.call(x).Item1;", attributes);

    private static string Sequence(string layers) => NetworkSource.With($"private readonly Sequential _layers = Sequential({layers});", "return _layers.call(x);");
}
