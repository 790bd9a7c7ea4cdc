namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3013.</summary>
public sealed class EqualAsBooleanTests
{
    [Theory]
    [InlineData("if ((bool)a.equal(b)) { }", "a.equal(b)")]
    [InlineData("if (a.equal(b).item<bool>()) { }", "a.equal(b)")]
    [InlineData("if (a.equal(b).ToBoolean()) { }", "a.equal(b)")]
    [InlineData("if (a.eq(b).ToBoolean()) { }", "a.eq(b)")]
    [InlineData("if ((bool)(a == b)) { }", "a == b")]
    [InlineData("Func<bool> same = () => (bool)a.equal(b);", "a.equal(b)")]
    public async Task One_answer_is_wanted(string statement, string at) =>
        await TrapRun.Only("TRAIN3013", at, Code(statement), "a.Equals(b)");

    [Theory]
    [InlineData("if (a.Equals(b)) { }")]
    [InlineData("if (a.equal(b).all().item<bool>()) { }")]
    [InlineData("if ((bool)a.equal(b).all()) { }")]
    [InlineData("var mask = a.equal(b);")]
    [InlineData("var right = a.eq(b).sum().item<long>();")]
    [InlineData("if ((bool)(a.sum() > 0)) { }")]
    [InlineData("if ((a.sum() == 0).ToBoolean()) { }")]
    [InlineData("if (a is null || \"a\".Equals(\"b\")) { }")]
    public async Task Healthy_comparisons(string statement) => await TrapRun.Nothing(Code(statement));

    private static string Code(string statement) => TrapRun.Method($"var a = zeros(3); var b = zeros(3); {statement}");
}
