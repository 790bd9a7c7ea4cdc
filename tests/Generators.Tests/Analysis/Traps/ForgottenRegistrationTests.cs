namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3001.</summary>
public sealed class ForgottenRegistrationTests
{
    private const string Fields = "private readonly Linear _fc;\n";
    private const string Forgetful = Fields + """public Net() : base("net") { _fc = Linear(4, 3); }""";

    [Theory]
    [InlineData(Fields + """public Net() : base("net") { _fc = Linear(4, 3); }""")]
    [InlineData("""private readonly Linear _fc = Linear(4, 3); public Net() : base("net") { }""")]
    [InlineData("""private readonly Module<Tensor, Tensor> _fc = Linear(4, 3); public Net() : base("net") { }""")]
    [InlineData("""private readonly Parameter _fc = new(zeros(3)); public Net() : base("net") { }""")]
    public async Task A_class_with_layers_that_never_registers(string members) =>
        await TrapRun.Only("TRAIN3001", "Net", TrapRun.Net(members), "_fc", "RegisterComponents();");

    [Fact]
    public async Task A_primary_constructor_has_no_place_to_register() => await TrapRun.Only("TRAIN3001", "Net", """
        public sealed class Net(int width) : Module<Tensor, Tensor>("net")
        {
            private readonly Linear _fc = Linear(width, width);
            public override Tensor forward(Tensor input) => _fc.call(input);
        }
        """);

    [Fact]
    public async Task Sequential_does_not_register_what_it_holds() =>
        await TrapRun.Only("TRAIN3001", "Net", TrapRun.Net(Forgetful) + Holder("Sequential", "Sequential(new Net())"));

    [Theory]
    [InlineData(Fields + """public Net() : base("net") { _fc = Linear(4, 3); RegisterComponents(); }""")]
    [InlineData(Fields + """public Net() : base("net") { _fc = Linear(4, 3); this.RegisterComponents(); }""")]
    [InlineData(Fields + """public Net() : base("net") { _fc = Linear(4, 3); register_module("fc", _fc); }""")]
    [InlineData(Fields + """public Net() : base("net") { _fc = Linear(4, 3); Init(); } private void Init() => RegisterComponents();""")]
    [InlineData(Fields + """public Net() : base("net") { _fc = Linear(4, 3); } protected override void RegisterComponents() => register_module("fc", _fc);""")]
    [InlineData("""private readonly int _width = 3; public Net() : base("net") { }""")]
    [InlineData("""private static readonly Linear Shared = Linear(4, 3); public Net() : base("net") { }""")]
    [InlineData("""private readonly Tensor _cache = zeros(3); public Net() : base("net") { }""")]
    public async Task Healthy_classes(string members) => await TrapRun.Nothing(TrapRun.Net(members));

    [Fact]
    public async Task A_generated_loop_registers() => await TrapRun.Nothing(TrapRun.Net(Forgetful, "[Hyperparams]"));

    [Theory]
    [InlineData("Net", "new Net()")]
    [InlineData("Net", "new()")]
    [InlineData("Module<Tensor, Tensor>", "new Net()")]
    [InlineData("ModuleList<Net>", "ModuleList(new Net())")]
    public async Task A_module_that_holds_it_registers_it(string type, string value) =>
        await TrapRun.Nothing(TrapRun.Net(Forgetful) + Holder(type, value));

    [Fact]
    public async Task A_base_class_leaves_it_to_those_that_derive() => await TrapRun.Nothing("""
        public abstract class Base : Module<Tensor, Tensor>
        {
            protected readonly Linear _fc = Linear(4, 3);
            protected Base() : base("base") { }
        }

        public sealed class Net : Base
        {
            private readonly Linear _head = Linear(3, 2);
            public Net() => RegisterComponents();
            public override Tensor forward(Tensor input) => _head.call(_fc.call(input));
        }
        """);

    private static string Holder(string type, string value) => $$"""

        public sealed class Holder : Module<Tensor, Tensor>
        {
            private readonly {{type}} _held = {{value}};
            public Holder() : base("holder") => RegisterComponents();
            public override Tensor forward(Tensor input) => input;
        }
        """;
}
