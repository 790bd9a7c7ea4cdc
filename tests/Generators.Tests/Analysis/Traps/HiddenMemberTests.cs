namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3005.</summary>
public sealed class HiddenMemberTests
{
    [Theory]
    [InlineData("protected", "private new readonly Linear _fc = Linear(3, 2);")]
    [InlineData("private", "private readonly Linear _fc = Linear(3, 2);")]
    [InlineData("private", "private readonly Parameter _fc = new(zeros(3));")]
    public async Task A_layer_with_the_name_of_a_layer_of_the_base(string accessibility, string field) =>
        await TrapRun.Only("TRAIN3005", "_fc", Derived(accessibility, field), "Base", "rename");

    [Theory]
    [InlineData("protected new void RegisterComponents() { }", "RegisterComponents")]
    [InlineData("public new void train(bool on = true) { }", "train")]
    [InlineData("public new IEnumerable<Parameter> parameters(bool recurse = true) => [];", "parameters")]
    public async Task A_method_that_TorchSharp_does_not_call(string method, string name) => await TrapRun.Only(
        "TRAIN3005", name, TrapRun.Net(method + """ public Net() : base("net") { }"""), "override");

    [Theory]
    [InlineData("public override void train(bool on = true) => base.train(on);")]
    [InlineData("public void train(int epochs) { }")]
    [InlineData("private readonly string _name = \"net\";")]
    [InlineData("public new static void eval() { }")]
    public async Task Healthy_methods(string members) => await TrapRun.Nothing(TrapRun.Net(members + """ public Net() : base("net") { }"""));

    [Theory]
    [InlineData("private readonly Linear _head = Linear(3, 2);")]
    [InlineData("private readonly string _fc = \"a\";")]
    [InlineData("[TorchSharp.Utils.ComponentName(Name = \"other\")] private readonly Linear _fc = Linear(3, 2);")]
    public async Task Healthy_fields(string field) => await TrapRun.Nothing(Derived("private", field));

    private static string Derived(string accessibility, string field) => $$"""
        public abstract class Base(string name) : Module<Tensor, Tensor>(name)
        {
            {{accessibility}} readonly Linear _fc = Linear(4, 3);
            public override Tensor forward(Tensor input) => _fc.call(input);
        }

        public sealed class Net : Base
        {
            {{field}}
            public Net() : base("net") => RegisterComponents();
        }
        """;
}
