using TrainSdk.Generators.Tests.Harness;
using static TrainSdk.Generators.Tests.Fixes.TrapFix;

namespace TrainSdk.Generators.Tests.Fixes;

/// <summary>The fixes of traps in how tensors, optimizers and modules are used.</summary>
public sealed class TensorTrapFixTests
{
    private const string Scope = "Open a DisposeScope in each round";
    private const string Detach = "Detach it";

    [Theory]
    [InlineData("total += loss;", "total = (total + loss.detach()).DetachFromDisposeScope();")]
    [InlineData("total = total + loss;", "total = (total + loss).detach().DetachFromDisposeScope();")]
    [InlineData("losses.Add(loss);", "losses.Add(loss.detach().DetachFromDisposeScope());")]
    public async Task A_kept_loss_is_detached(string statement, string written) => Assert.Contains(
        written, await Mended("TRAIN3009", Detach, Loop($"using var scope = NewDisposeScope(); {statement}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_loop_gets_a_scope() => Assert.Contains(
        "{\n            using var scope = NewDisposeScope();\n", await Mended("TRAIN3010", Scope, Loop("")), StringComparison.Ordinal);

    [Fact]
    public async Task A_loop_whose_tensors_are_kept_is_left() => Assert.Empty(await FixRun.Titles("TRAIN3010", Loop("total += loss.detach();")));

    [Fact]
    public async Task A_loop_that_keeps_and_leaks_takes_two_fixes() =>
        await Mended("TRAIN3010", Scope, await FixRun.Apply("TRAIN3009", Detach, Loop("losses.Add(loss);")));

    [Fact]
    public async Task An_optimizer_is_made_after_the_move()
    {
        var text = await Mended("TRAIN3011", "Make the optimizer after the move", Code("""
            var net = Linear(4, 3);
                    var opt = optim.Adam(net.parameters());
                    net.to(CUDA);
                    opt.step();
            """));
        Assert.Contains("net.to(CUDA);\n        var opt = optim.Adam(net.parameters());\n        opt.step();", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Best_weights_are_copied()
    {
        var text = await Mended("TRAIN3012", "Keep copies", Code("""
            var best = model.state_dict();
                    for (var at = 0; at < 3; at++) { best = model.state_dict(); }
                    model.load_state_dict(best);
            """));
        Assert.Contains("best = model.state_dict().ToDictionary(entry =>", text, StringComparison.Ordinal);
        Assert.Contains("using System.Linq;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(bool)a.equal(b)", "a.Equals(b)")]
    [InlineData("a.equal(b).item<bool>()", "a.Equals(b)")]
    [InlineData("(a == b).ToBoolean()", "a.Equals(b)")]
    [InlineData("a.neg().eq(b + 1).ToBoolean()", "a.neg().Equals(b + 1)")]
    public async Task Tensors_are_compared_as_a_whole(string ill, string mended) => Assert.Contains(
        $"var same = {mended};",
        await Mended("TRAIN3013", "Write 'Equals'", Code($"var a = zeros(3); var b = zeros(3); var same = {ill};")), StringComparison.Ordinal);

    [Fact]
    public async Task All_modules_are_called() => Assert.Contains(
        "model.call(model.call(zeros(4)))",
        await FixRun.ApplyToAll("TRAIN3015", "Write 'call'", Code("var y = model.forward(model.forward(zeros(4)));")), StringComparison.Ordinal);

    private static string Loop(string after) => Code($$"""
        var total = zeros(1);
                var losses = new System.Collections.Generic.List<Tensor>();
                foreach (var (x, y) in batches)
                {
                    var loss = functional.cross_entropy(model.call(x), y);
                    loss.backward();
                    {{after}}
                }
        """);

    private static string Code(string statements) => $$"""
        {{ModelSource.Usings}}
        public static class Program
        {
            public static void Run(Sequential model, System.Collections.Generic.List<(Tensor X, Tensor Y)> batches)
            {
                {{statements}}
            }
        }
        """;
}
