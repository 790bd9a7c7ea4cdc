namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3010.</summary>
public sealed class LoopWithoutScopeTests
{
    private const string Step = "var loss = functional.cross_entropy(model.call(x), y); loss.backward(); optimizer.step();";

    [Theory]
    [InlineData("foreach (var (x, y) in batches) { " + Step + " }", "foreach")]
    [InlineData("for (var at = 0; at < 9; at++) { var (x, y) = batches[at]; " + Step + " }", "for")]
    [InlineData("while (true) { var (x, y) = batches[0]; " + Step + " }", "while")]
    [InlineData("for (var epoch = 0; epoch < 9; epoch++) { foreach (var (x, y) in batches) { " + Step + " } }", "foreach")]
    [InlineData("Action run = () => { foreach (var (x, y) in batches) { " + Step + " } };", "foreach")]
    [InlineData("foreach (var (x, y) in batches) { " + Step + " model.call(x).sum().backward(); }", "foreach")]
    public async Task A_training_loop(string loop, string at) => await TrapRun.Only("TRAIN3010", at, TrapRun.Method(loop), "using var scope");

    [Theory]
    [InlineData("foreach (var (x, y) in batches) { using var scope = NewDisposeScope(); " + Step + " }")]
    [InlineData("foreach (var (x, y) in batches) { using (NewDisposeScope()) { " + Step + " } }")]
    [InlineData("using (var scope = NewDisposeScope()) { foreach (var (x, y) in batches) { " + Step + " scope.DisposeEverything(); } }")]
    [InlineData("foreach (var (x, y) in batches) { " + Step + " GC.Collect(); }")]
    [InlineData("foreach (var (x, y) in batches) { " + Step + " loss.Dispose(); }")]
    [InlineData("foreach (var (x, y) in batches) { using var loss = functional.cross_entropy(model.call(x), y); loss.backward(); }")]
    [InlineData("foreach (var (x, y) in batches) { Train(() => { " + Step + " }); } static void Train(Action step) { using var scope = NewDisposeScope(); step(); }")]
    [InlineData("foreach (var (x, y) in batches) { Console.WriteLine(y.shape[0]); }")]
    [InlineData("var (x, y) = batches[0]; " + Step)]
    public async Task Healthy_loops(string loop) => await TrapRun.Nothing(TrapRun.Method(loop));
}
