namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3012.</summary>
public sealed class AliasedStateTests
{
    [Theory]
    [InlineData("foreach (var batch in batches) { if (batch.X.dim() > 1) { best = model.state_dict(); } }", "model.state_dict()")]
    [InlineData("for (var at = 0; at < 9; at++) best = new Dictionary<string, Tensor>(model.state_dict());", "model.state_dict()")]
    public async Task Best_weights_of_a_loop(string loop, string at) =>
        await TrapRun.Only("TRAIN3012", at, Code(loop), "best", "clone()");

    [Fact]
    public async Task Best_weights_in_a_field() => await TrapRun.Only("TRAIN3012", "model.state_dict()", """
        public sealed class Keeper(Module model)
        {
            private double _lowest = double.MaxValue;
            public Dictionary<string, Tensor>? Best { get; private set; }

            public void Seen(double loss)
            {
                if (loss < _lowest)
                {
                    _lowest = loss;
                    Best = model.state_dict();
                }
            }
        }
        """, "Best");

    [Theory]
    [InlineData("foreach (var batch in batches) { best = model.state_dict().ToDictionary(e => e.Key, e => e.Value.clone()); }")]
    [InlineData("foreach (var batch in batches) { var now = model.state_dict(); Console.WriteLine(now.Count); }")]
    [InlineData("best = model.state_dict();")]
    [InlineData("foreach (var batch in batches) { best = other.Weights(); }")]
    public async Task Healthy_copies(string loop) => await TrapRun.Nothing(Code(loop));

    [Fact]
    public async Task What_is_read_in_the_loop_alone() => await TrapRun.Nothing(TrapRun.Method(
        "Dictionary<string, Tensor> now; foreach (var batch in batches) { now = model.state_dict(); Console.WriteLine(now.Count); }"));

    private static string Code(string loop) => TrapRun.Method($$"""
        var other = new Store();
        var best = new Dictionary<string, Tensor>();
        {{loop}}
        model.load_state_dict(best);
        """) + "\npublic sealed class Store { public Dictionary<string, Tensor> Weights() => []; }";
}
