using System.Globalization;
using TrainSdk.Generators.Analysis;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

/// <summary>What is said of attributes that the project's backend cannot carry.</summary>
public sealed class BackendTests
{
    private const string Id = "TRAIN1026";

    [Fact]
    public async Task TRAIN1026_half_precision_on_a_cpu()
    {
        var found = Assert.Single(await GeneratorRun.Analyze([new TrainAnalyzer()], "cpu", [ModelSource.With("[Hyperparams, Amp(AmpMode.Fp16)]")]));
        Assert.Equal(Id, found.Id);
        Assert.Equal("AmpMode.Fp16", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        Assert.StartsWith("Amp is fp16 but the device is the CPU, which is slow in it; write [Amp]", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cuda", "Amp(AmpMode.Fp16)")]
    [InlineData("none", "Amp(AmpMode.Fp16)")]
    [InlineData("", "Amp(AmpMode.Fp16)")]
    [InlineData("cpu", "Amp(AmpMode.Bf16)")]
    [InlineData("cpu", "Amp")]
    [InlineData("cpu", "Amp((AmpMode)7)")]
    public async Task Nothing_is_said_of(string backend, string attribute) => Assert.DoesNotContain(
        await GeneratorRun.Analyze([new TrainAnalyzer()], backend, [ModelSource.With($"[Hyperparams, {attribute}]")]), static found => found.Id == Id);

    [Fact]
    public async Task Can_be_suppressed() => Assert.Empty(
        await GeneratorRun.Analyze([new TrainAnalyzer()], "cpu", [$"#pragma warning disable {Id}\n" + ModelSource.With("[Hyperparams, Amp(AmpMode.Fp16)]")]));
}
