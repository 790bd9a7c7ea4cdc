using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class UnclippedRecurrenceRuleTests
{
    private const string Id = "TRAIN2008";
    private const string Memory = "private readonly LSTM _memory = LSTM(4, 8);";
    private const string Read = "var (states, _, _) = _memory.call(x); return states;";

    private const string Block = """
        public sealed class Encoder : Module<Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> _first = Linear(4, 4);
            private readonly GRU _memory;
            public Encoder() : base("encoder") { _memory = GRU(4, 4); RegisterComponents(); }
            public override Tensor forward(Tensor x) => _memory.call(x).Item1;
        }

        """;

    [Theory]
    [InlineData(Memory, Read)]
    [InlineData("private readonly GRU _memory = GRU(4, 8);", "return _memory.call(x).Item1;")]
    [InlineData("private readonly RNN _memory = RNN(4, 8);", "return _memory.call(x).Item1;")]
    [InlineData("private readonly LSTMCell _cell = LSTMCell(4, 8);", "return _cell.call(x).Item1;")]
    public async Task A_recurrent_network_without_clipping(string fields, string forward) =>
        await Advice.Only(Id, "Hyperparams", NetworkSource.With(fields, forward), "[ClipGradNorm(1.0)]");

    [Theory]
    [InlineData("private readonly Encoder _encoder = new();", "return _encoder.call(x);")]
    [InlineData("private readonly Sequential _layers = Sequential(new Encoder(), Linear(4, 3));", "return _layers.call(x);")]
    public async Task A_recurrent_block_of_the_project(string fields, string forward) =>
        await Advice.Only(Id, "Hyperparams", NetworkSource.With(fields, forward) + Block);

    [Theory]
    [InlineData(Memory, Read, "[Hyperparams, ClipGradNorm]")]
    [InlineData(Memory, Read, "[Hyperparams, ClipGradValue(0.5)]")]
    [InlineData("private readonly Linear _head = Linear(4, 8);", "return _head.call(x);", "[Hyperparams]")]
    public async Task Nothing_is_said_of(string fields, string forward, string attributes) =>
        await Advice.Nothing(NetworkSource.With(fields, forward, attributes));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, NetworkSource.With(Memory, Read));
}
