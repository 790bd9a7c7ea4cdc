namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3006.</summary>
public sealed class TiedWeightsTests
{
    private const string Fields = "private readonly Embedding _embed = Embedding(9, 4); private readonly Linear _head = Linear(4, 9);";
    private const string Tie = Fields + """ public Net() : base("net") { _head.weight = _embed.weight; RegisterComponents(); }""";

    [Theory]
    [InlineData(Tie, "_head.weight = _embed.weight")]
    [InlineData(Fields + """ public Net() : base("net") { RegisterComponents(); this._head.weight = _embed.weight!; }""", "this._head.weight = _embed.weight!")]
    public async Task Two_layers_share_a_weight(string members, string at) =>
        await TrapRun.Only("TRAIN3006", at, TrapRun.Net(members), "functional.linear(x, _embed.weight)");

    [Theory]
    [InlineData(""" public Net() : base("net") { _head.weight = new Parameter(zeros(9, 4)); RegisterComponents(); }""")]
    [InlineData(""" public Net() : base("net") => RegisterComponents(); public void Retie() => _head.weight = _embed.weight;""")]
    [InlineData(""" public Net() : base("net") => RegisterComponents(); public Tensor Head(Tensor x) => functional.linear(x, _embed.weight!);""")]
    public async Task Healthy_classes(string members) => await TrapRun.Nothing(TrapRun.Net(Fields + members));

    [Fact]
    public async Task TrainSdk_keeps_them_tied() => await TrapRun.Nothing(TrapRun.Net(Tie, "[Hyperparams]"));

    [Fact]
    public async Task TrainSdk_keeps_them_tied_in_a_part() => await TrapRun.Nothing(TrapRun.Net(Tie) + """

        [Hyperparams]
        public sealed partial class Model : Module<Tensor, Tensor>
        {
            private readonly Net _net = new();
            public Model() : base("model") => RegisterComponents();
            public override Tensor forward(Tensor input) => _net.call(input);
        }
        """);
}
