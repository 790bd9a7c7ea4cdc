namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3009.</summary>
public sealed class KeptTensorTests
{
    [Theory]
    [InlineData("total += loss;", "total += loss", "total")]
    [InlineData("total = total + loss;", "total = total + loss", "total")]
    [InlineData("total = loss + total;", "total = loss + total", "total")]
    [InlineData("losses.Add(loss);", "losses.Add(loss)", "losses")]
    [InlineData("if (losses.Count < 9) { losses.Add(loss); }", "losses.Add(loss)", "losses")]
    public async Task A_loss_is_kept_with_its_graph(string statement, string at, string kept) =>
        await TrapRun.Only("TRAIN3009", at, Loop(statement), kept, "loss.ToSingle()");

    [Theory]
    [InlineData("total += loss.detach();")]
    [InlineData("sum += loss.ToSingle();")]
    [InlineData("sum += loss.item<float>();")]
    [InlineData("losses.Add(loss.detach().DetachFromDisposeScope());")]
    [InlineData("using (no_grad()) { total += loss; }")]
    [InlineData("using var none = no_grad(); total += loss;")]
    [InlineData("var step = zeros(1); step += loss; Console.WriteLine(step);")]
    [InlineData("var inner = new List<Tensor>(); inner.Add(loss);")]
    [InlineData("loss = loss.detach(); total += loss;")]
    [InlineData("names.Add(loss.ToString());")]
    public async Task Healthy_sums(string statement) => await TrapRun.Nothing(Loop(statement));

    [Fact]
    public async Task A_sum_that_is_differentiated_needs_the_graph() => await TrapRun.Nothing(Loop("total += loss;", "total.backward();"));

    [Fact]
    public async Task A_sum_over_the_steps_of_a_sequence() => await TrapRun.Nothing(TrapRun.Method("""
        var total = zeros(1);
        foreach (var (x, y) in batches)
        {
            total += functional.cross_entropy(model.call(x), y);
        }
        total.backward();
        """));

    private static string Loop(string statement, string after = "") => TrapRun.Method($$"""
        var total = zeros(1);
        var sum = 0f;
        var losses = new List<Tensor>();
        var names = new List<string>();
        foreach (var (x, y) in batches)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = functional.cross_entropy(model.call(x), y);
            loss.backward();
            optimizer.step();
            {{statement}}
        }
        {{after}}
        """);
}
