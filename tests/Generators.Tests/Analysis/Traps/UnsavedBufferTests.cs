namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3007.</summary>
public sealed class UnsavedBufferTests
{
    private const string Buffer = """public Net() : base("net") { register_buffer("mask", ones(3), persistent: false); RegisterComponents(); }""";

    [Theory]
    [InlineData(Buffer, "register_buffer(\"mask\", ones(3), persistent: false)")]
    [InlineData("""public Net() : base("net") { this.register_buffer("mask", ones(3), false); }""", "this.register_buffer(\"mask\", ones(3), false)")]
    public async Task A_buffer_that_is_not_saved(string members, string at) =>
        await TrapRun.Only("TRAIN3007", at, TrapRun.Net(members), "mask", "to()");

    [Theory]
    [InlineData("""public Net() : base("net") { register_buffer("mask", ones(3)); RegisterComponents(); }""")]
    [InlineData("""public Net() : base("net") { register_buffer("mask", ones(3), persistent: true); RegisterComponents(); }""")]
    [InlineData("""public Net(bool save) : base("net") { register_buffer("mask", ones(3), save); RegisterComponents(); }""")]
    [InlineData(Buffer + " public Tensor Masked(Tensor x) => x * get_buffer(\"mask\").to(x.device);")]
    public async Task Healthy_buffers(string members) => await TrapRun.Nothing(TrapRun.Net(members));

    [Fact]
    public async Task TrainSdk_takes_them_along() => await TrapRun.Nothing(TrapRun.Net(Buffer, "[Hyperparams]"));
}
