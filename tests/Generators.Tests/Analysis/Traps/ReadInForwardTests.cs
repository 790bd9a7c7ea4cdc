namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3008.</summary>
public sealed class ReadInForwardTests
{
    [Theory]
    [InlineData("var mean = input.mean().item<float>(); return input / mean;", "input.mean().item<float>()", "waits", "item()")]
    [InlineData("var mean = input.mean().ToSingle(); return input / mean;", "input.mean().ToSingle()", "ToSingle()", "graph")]
    [InlineData("var mean = (float)input.mean(); return input / mean;", "(float)input.mean()", "conversion to float", "graph")]
    [InlineData("return input.cpu();", "input.cpu()", "cpu()", "graph")]
    [InlineData("Console.WriteLine(input); return input;", "Console.WriteLine(input)", "prints", "remove")]
    [InlineData("float Mean(Tensor x) => x.mean().item<float>(); return input / Mean(input);", "x.mean().item<float>()", "item()", "graph")]
    [InlineData("using var none = no_grad(); if (input.max().item<float>() > 9) { return input / 9; } return input;", "input.max().item<float>()", "item()", "graph")]
    public async Task A_value_is_read(string body, string at, params string[] words) =>
        await TrapRun.Only("TRAIN3008", at, Net(body), [.. words.Where(static word => word != "waits")]);

    [Theory]
    [InlineData("var mean = input.mean(); return input / mean;")]
    [InlineData("if (!training) { Console.WriteLine(input.mean().item<float>()); } return input;")]
    [InlineData("return training ? input : input.cpu();")]
    [InlineData("if (input.shape[0] < 1) { throw new ArgumentException($\"{input.sum().item<float>()}\"); } return input;")]
    [InlineData("if (_verbose) { Console.WriteLine(input); } return input;")]
    [InlineData("var batch = (int)input.shape[0]; return input.view(batch, -1);")]
    [InlineData("Tensor scale = 2f; return input * scale;")]
    [InlineData("var packed = nn.utils.rnn.pack_padded_sequence(input, input.sum(1).cpu()); return packed.data;")]
    public async Task Healthy_passes(string body) => await TrapRun.Nothing(Net(body));

    [Fact]
    public async Task Other_methods_may_read() => await TrapRun.Nothing(TrapRun.Net(
        """public Net() : base("net") { } public float Mean(Tensor x) => x.mean().item<float>();"""));

    private static string Net(string body) => $$"""
        public sealed class Net : Module<Tensor, Tensor>
        {
            private readonly bool _verbose = true;
            public Net() : base("net") { }

            public override Tensor forward(Tensor input)
            {
                {{body}}
            }
        }
        """;
}
