using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Tests;

namespace TrainSdk.Generators.Tests;

public sealed class AllTogetherTests
{
    private static readonly string[] Attributes =
    [
        "Hyperparams(Lr = 3e-3, BatchSize = 32)", "Classification", "Metric<F1>", "Metric<TopK>(2)", "AdamW(WeightDecay = 0.01)",
        "ParamGroup(\"_head\", LrScale = 0.5)", "ScaleLr(Rule = ScaleRule.SquareRoot)", "Warmup(5)", "Cosine(MinLr = 1e-5)",
        "ReduceLrOnPlateau(4)", "LabelSmoothing(0.2)", "Amp(AmpMode.Bf16)", "Accumulate(4)", "ClipGradNorm(2)", "Ema(0.99)",
        "Pretrained(\"_head\", \"head.safetensors\")", "Freeze(\"_head\", UntilEpoch = 2)", "Validate(EverySteps = 100)",
        "EarlyStop(12, Monitor = typeof(F1))",
    ];

    [Fact]
    public void Every_file()
    {
        var generated = GeneratorRun.Of(
            ModelSource.With($"[{string.Join(", ", Attributes)}]", constructor: "int width = 32, double dropout = 0.1")).Clean();
        Assert.All(
            generated.Files, static file => Snapshot.Verify(file.Value, "AllTogether#" + Path.GetFileNameWithoutExtension(file.Key)));
    }

    [Fact]
    public void The_order_of_attributes_changes_nothing()
    {
        var expected = GeneratorRun.Of(ModelSource.With($"[{string.Join(", ", Attributes)}]")).Clean();
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var shuffled = Attributes.ToArray();
            random.Shuffle(shuffled);
            var cut = random.Next(1, shuffled.Length);
            var source = ModelSource.With($"[{string.Join(", ", shuffled[..cut])}]\n[{string.Join(", ", shuffled[cut..])}]");
            Assert.Equal(expected.Files, GeneratorRun.Of(source).Files);
        }
    }

    // What reads a number from the device makes the host wait for it; only the recorder does so, rarely.
    [Theory]
    [InlineData("")]
    [InlineData("private static (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target) => (output.sum(), target.sum());")]
    public void No_attribute_reads_from_the_device(string members)
    {
        var attributes = Attributes.Where(attribute => members.Length == 0 || !attribute.StartsWith("LabelSmoothing", StringComparison.Ordinal));
        var text = string.Concat(GeneratorRun.Of(ModelSource.With($"[{string.Join(", ", attributes)}]", members)).Clean().Files.Values);
        string[] reads = [".item", "ToDouble", "ToSingle", "ToBoolean", "ToInt", "ToScalar", ".cpu()", ".to(CPU", ".data<", ".bytes", "ReadScale"];
        Assert.All(reads, read => Assert.DoesNotContain(read, text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_used_leaves_no_trace()
    {
        var text = string.Concat(GeneratorRun.Of(ModelSource.With("[Hyperparams]")).Clean().Files.Values);
        string[] traces =
        [
            "AdamW", "Sgd", "Momentum", "Beta", "WeightDecay", "Warmup", "Cosine", "Curve", "LabelSmoothing", "label_smoothing", "Clip", "EarlyStop",
            "MeanAbsoluteError", "mse_loss", "weight)", "Duration", "Amp", "Autocast", "scaler", "recision", "Accumulat", "window", "Window", "Average",
        ];
        Assert.All(traces, trace => Assert.DoesNotContain(trace, text, StringComparison.Ordinal));
    }
}
