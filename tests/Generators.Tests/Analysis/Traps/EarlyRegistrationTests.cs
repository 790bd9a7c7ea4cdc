namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3002.</summary>
public sealed class EarlyRegistrationTests
{
    private const string Early = """private readonly Linear _fc; public Net() : base("net") { RegisterComponents(); _fc = Linear(4, 3); }""";

    [Theory]
    [InlineData(Early)]
    [InlineData("""private Linear _fc = Linear(4, 3); public Net() : base("net") { RegisterComponents(); if (DateTime.Now.Year > 1) { _fc = Linear(4, 4); } }""")]
    [InlineData("""private readonly Parameter _fc; public Net() : base("net") { RegisterComponents(); _fc = new Parameter(zeros(3)); RegisterComponents(); }""")]
    public async Task A_layer_is_set_after_the_call(string members) =>
        await TrapRun.Only("TRAIN3002", "RegisterComponents()", TrapRun.Net(members), "_fc", "last statement");

    [Fact]
    public async Task A_base_class_registers_before_the_layer_is_there() => await TrapRun.Only(
        "TRAIN3002", "_head = Linear(3, 2)", Derived("private readonly Linear _head; public Net() { _head = Linear(3, 2); RegisterComponents(); }"),
        "the constructor of Base", "initialiser");

    [Fact]
    public async Task Initialisers_run_before_the_base_class() =>
        await TrapRun.Nothing(Derived("private readonly Linear _head = Linear(3, 2); public Net() => RegisterComponents();"));

    [Theory]
    [InlineData("""private readonly Linear _fc; public Net() : base("net") { _fc = Linear(4, 3); RegisterComponents(); }""")]
    [InlineData("""private Tensor _cache; public Net() : base("net") { RegisterComponents(); _cache = zeros(3); }""")]
    [InlineData("""private int _width; public Net() : base("net") { RegisterComponents(); _width = 3; }""")]
    [InlineData("""private Linear _fc; public Net() : base("net") { RegisterComponents(); _fc = Linear(4, 3); register_module("fc", _fc); }""")]
    [InlineData("""private Linear? _fc; public Action Later; public Net() : base("net") { RegisterComponents(); Later = () => _fc = Linear(4, 3); }""")]
    public async Task Healthy_classes(string members) => await TrapRun.Nothing(TrapRun.Net(members));

    [Fact]
    public async Task Generated_registration_may_come_at_any_time() => await TrapRun.Nothing(TrapRun.Net(Early, "[Hyperparams]"));

    private static string Derived(string members) => $$"""
        public abstract class Base : Module<Tensor, Tensor>
        {
            private readonly Linear _fc;

            protected Base() : base("base")
            {
                _fc = Linear(4, 3);
                RegisterComponents();
            }

            public override Tensor forward(Tensor input) => _fc.call(input);
        }

        public sealed class Net : Base { {{members}} }
        """;
}
