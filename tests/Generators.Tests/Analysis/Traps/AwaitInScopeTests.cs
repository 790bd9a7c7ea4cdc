namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3014.</summary>
public sealed class AwaitInScopeTests
{
    [Theory]
    [InlineData("using var scope = NewDisposeScope(); await Task.Delay(1);")]
    [InlineData("using (NewDisposeScope()) { await Task.Delay(1); }")]
    [InlineData("using (var scope = torch.NewDisposeScope()) { if (scope.DisposablesCount > 0) { await Task.Delay(1); } }")]
    [InlineData("using var scope = NewDisposeScope(); foreach (var batch in batches) { await Task.Delay(1); }")]
    [InlineData("Func<Task> step = async () => { using var scope = NewDisposeScope(); await Task.Delay(1); };")]
    public async Task An_await_inside(string body) =>
        await TrapRun.Only("TRAIN3014", "await Task.Delay(1)", TrapRun.Method(body, "async Task Run()"), "thread");

    [Theory]
    [InlineData("using (NewDisposeScope()) { model.eval(); } await Task.Delay(1);")]
    [InlineData("await Task.Delay(1); using var scope = NewDisposeScope();")]
    [InlineData("using var file = System.IO.File.Create(\"a\"); await Task.Delay(1);")]
    [InlineData("using var scope = NewDisposeScope(); Func<Task> later = async () => await Task.Delay(1);")]
    [InlineData("using var scope = NewDisposeScope(); static async Task Later() { await Task.Delay(1); }")]
    [InlineData("foreach (var batch in batches) { using (NewDisposeScope()) { model.eval(); } await Task.Delay(1); }")]
    [InlineData("using var none = no_grad(); await Task.Delay(1);")]
    public async Task Healthy_awaits(string body) => await TrapRun.Nothing(TrapRun.Method(body, "async Task Run()"));
}
