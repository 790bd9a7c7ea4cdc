using TrainSdk.Generators.Features;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>What somebody may be about to type.</summary>
internal static class Fragments
{
    /// <summary>Names of every attribute of ours, and some of others.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
    [
        .. FeatureCatalog.All.Select(static feature => feature.AttributeName.Split('.')[^1].Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal)),
        "Metric<F1>", "Metric<Perplexity>", "Metric<>", "Metric<string>", "Obsolete", "TrainSdk.Adam", "TrainingLoop", "TrainingLoop(null)", "Nobody", "",
    ];

    public static IReadOnlyList<string> ArgumentNames { get; } =
        ["Lr", "BatchSize", "Epochs", "Monitor", "Rule", "Milestones", "Steps", "Fraction", "WeightDecay", "UntilEpoch", "amount", "Nothing", ""];

    public static IReadOnlyList<string> Expressions { get; } =
    [
        "0", "-1", "1e-400", "1e400", "double.NaN", "double.PositiveInfinity", "int.MaxValue", "0x7fff_ffff", "99999999999999999999", "1.5f", "-0.0",
        "null", "default", "default(int[])", "true", "'a'", "\"\"", "\"_head\"", "\"{0}\\n\\u2028\"", "typeof(F1)", "typeof(int)", "typeof(List<>)", "typeof()",
        "new int[0]", "new double[] { 1, double.NaN }", "new object[] { null, 1 }", "new[] {", "[1, 2]", "(Kind)99", "AmpMode.", "AmpMode.Fp16",
        "(AmpMode)77", "ScaleRule.SquareRoot", "nameof(_head)", "nameof(", "x => x", "await x", "stackalloc int[3]", "this", "base", "throw null",
        "input switch { }", "(1, 2)", "$\"{", "checked(1 + int.MaxValue)", "1 / 0", "Linear(", "functional.softmax(x, 1)", "Sequential()",
        "Sequential(null)", "_head.forward(x)", "x.item<float>()", "out var y", "ref x", "x!.y?.z[^1..]", "with { }",
    ];

    public static IReadOnlyList<string> Statements { get; } =
    [
        "using var", "using var scope = NewDisposeScope();", "foreach (var (a, b) in", "foreach (var x in _layers) {", "for (;;) { }", "while (true)",
        "await Task.Delay(1);", "return", "return;", "if (", "else", "var x = ", "x += loss;", "loss.backward();", "optimizer.step();", "model.to(CUDA);",
        "RegisterComponents();", "RegisterComponents(", "register_module(\"a\", Linear(1, 1));", "goto end;", "yield return null;", "lock (this)",
        "try {", "catch", "static void Local(Tensor t) => t.forward(t);", "Tensor this[int at] => null;", "_ = Linear", "_head = _head = null;", "}", "{",
        "#if A", "#endif", "/*", "//", "\"\"\"", "switch (x) { case", "model.state_dict().ToList();", "Console.WriteLine(x.item<float>(", "unsafe { int* p; }",
    ];

    public static IReadOnlyList<string> Keywords { get; } =
    [
        "partial", "abstract", "static", "sealed", "record", "struct", "interface", "enum", "class", "file", "private", "protected", "required", "unsafe",
        "extern", "async", "ref", "in", "params", "new", "override", "virtual", "const", "readonly", "namespace", "using", "int", "object", "string", "void",
        "delegate", "event", "operator", "where", "global", "scoped", "field", "extension", "dynamic", "null", "base", "this",
    ];

    public static IReadOnlyList<string> Members { get; } =
    [
        "public override Tensor forward(", "public override Tensor forward(Tensor input) =>", "private readonly Linear", "private Linear _head =", "public Linear",
        "public Linear Head { get; } = Linear(", "[", "[Metric<", "[Hyperparams]", "[Hyperparams, AdamW] partial class MyModel", "[Hyperparams] class",
        "[Hyperparams] partial record Row(int A) : Module<Tensor, Tensor>(\"a\");", "static Tensor Loss(Tensor", "Tensor Loss(Tensor output, Tensor target)",
        "(Tensor, Tensor) Loss(Tensor output, Tensor target) => default;", "float Loss;", "Tensor Scores(", "Tensor Scores(Tensor output) => output;",
        "public MyModel(", "public MyModel(int width = ) : base(", "public MyModel(string s = \"\\u2028\", char c = 'x', decimal d = 1m) { }", "static MyModel()",
        "private int Training;", "class Training { }", "[TrainingLoop(\"0.1.0\")] static partial class Training { }", "partial class Training { static double Lr(",
        "public record Hyperparameters(int Epochs);", "void Train(DataSplits data) { }", "void RegisterComponents()", "protected override void RegisterComponents() { }",
        "/// <param name=\"", "/// <param name=\"width\">One <see cref=\"", "#if DEBUG", "#endif", "#nullable disable", "#line 1 \"a.cs\"", "/*", "\"\"\"",
        "extension(Tensor tensor) { public Tensor Twice => tensor * 2; }", "public partial MyModel();", "public partial event System.Action Done;",
        "public int Field { get => field; set => field = value; }", "public required Linear Needed { get; init; }", "this[int", "operator +", "~MyModel()",
        "private List<Linear> _all = [", "private Dictionary<string, Module<Tensor, Tensor>> _named = new() { [\"a\"] = Linear(1, 1) };", "Tensor _state;",
        "private (Linear A, Linear B) _both;", "private unsafe Tensor* _pointer;", "private MyModel _self = new MyModel();", "partial class MyModel<T>",
        .. Hooks.All.Select(static hook => $"partial void {hook.Name}(in {hook.TypeName.Replace("{0}", "MyModel", StringComparison.Ordinal)} it)"),
        .. Hooks.All.Select(static hook => $"void {hook.Name}(int it) {{ }}"),
    ];
}
