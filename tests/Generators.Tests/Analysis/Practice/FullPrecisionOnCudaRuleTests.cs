using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class FullPrecisionOnCudaRuleTests
{
    private const string Id = "TRAIN2009";
    private const string Convolution = "private readonly Conv2d _layer = Conv2d(3, 8, 3);";
    private const string Forward = "return _layer.call(x);";

    [Theory]
    [InlineData(Convolution, Forward, "convolutions")]
    [InlineData("private readonly TransformerEncoderLayer _layer = TransformerEncoderLayer(8, 2);", Forward, "attention")]
    [InlineData("", "return scaled_dot_product_attention(x, x, x);", "attention")]
    public async Task A_network_that_a_GPU_would_speed_up(string fields, string forward, string words) =>
        await Advice.OnlyOn("cuda", Id, "Hyperparams", NetworkSource.With(fields, forward), words, "[Amp]");

    [Theory]
    [InlineData("cuda", Convolution, "[Hyperparams, Amp]")]
    [InlineData("cuda", Convolution, "[Hyperparams, Amp(AmpMode.Off)]")]
    [InlineData("cpu", Convolution, "[Hyperparams]")]
    [InlineData("", Convolution, "[Hyperparams]")]
    [InlineData("cuda", "private readonly Linear _layer = Linear(3, 8);", "[Hyperparams]")]
    public async Task Nothing_is_said_of(string backend, string fields, string attributes) =>
        await Advice.Nothing(NetworkSource.With(fields, Forward, attributes), backend);

    [Fact]
    public async Task Can_be_suppressed() =>
        await Advice.Nothing($"#pragma warning disable {Id}\n{NetworkSource.With(Convolution, Forward)}", "cuda");
}
