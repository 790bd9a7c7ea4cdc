namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3015.</summary>
public sealed class ForwardCalledTests
{
    [Theory]
    [InlineData("var y = model.forward(zeros(1, 4));", "model.call")]
    [InlineData("Func<Tensor, Tensor> run = x => model.forward(x);", "model.call")]
    [InlineData("Module<Tensor, Tensor> any = model; var y = any.forward(zeros(1, 4));", "any.call")]
    [InlineData("var y = LSTM(4, 3).forward(zeros(1, 1, 4));", "LSTM(4, 3).call")]
    public async Task Another_modules_forward(string body, string cure) =>
        await TrapRun.Only("TRAIN3015", "forward", TrapRun.Method(body), cure);

    [Theory]
    [InlineData("public Tensor Embed(Tensor x) => forward(x);")]
    [InlineData("public Tensor Embed(Tensor x) => this.forward(x);")]
    [InlineData("private readonly Plain _plain = new(); public Tensor Embed(Tensor x) => _plain.forward(x);")]
    [InlineData("private readonly Func<Tensor, Tensor> _run = Linear(4, 3).call;")]
    public async Task Healthy_calls(string members) => await TrapRun.Nothing(
        TrapRun.Net(members + """ public Net() : base("net") { }""") + " public sealed class Plain { public Tensor forward(Tensor x) => x; }");

    [Fact]
    public async Task The_base_classs_own() => await TrapRun.Nothing("""
        public class Base() : Module<Tensor, Tensor>("base") { public override Tensor forward(Tensor input) => input; }
        public sealed class Net : Base { public override Tensor forward(Tensor input) => base.forward(input).relu(); }
        """);
}
