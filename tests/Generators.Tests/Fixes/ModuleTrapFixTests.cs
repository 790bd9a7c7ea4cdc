using TrainSdk.Generators.Tests.Harness;
using static TrainSdk.Generators.Tests.Fixes.TrapFix;

namespace TrainSdk.Generators.Tests.Fixes;

/// <summary>The fixes of traps in how a module is written.</summary>
public sealed class ModuleTrapFixTests
{
    private const string Register = "Call RegisterComponents at the end";
    private const string List = "Hold them in a ModuleList";

    [Theory]
    [InlineData("TRAIN3001", "public Net() : base(\"net\") { _fc = Linear(4, 3); }")]
    [InlineData("TRAIN3001", "public Net() : base(\"net\") => _fc = Linear(4, 3);")]
    [InlineData("TRAIN3002", "public Net() : base(\"net\") { RegisterComponents(); _fc = Linear(4, 3); }")]
    public async Task Registration_comes_last(string id, string constructor)
    {
        var text = await Mended(id, Register, Net($"private readonly Linear _fc;\n    {constructor}"));
        Assert.True(
            text.IndexOf("_fc = Linear", StringComparison.Ordinal) < text.IndexOf("RegisterComponents();", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task Every_constructor_registers_but_one_that_hands_over() => Assert.Equal(2, Count("RegisterComponents();", await Mended(
        "TRAIN3001", Register, Net("""
            private readonly Linear _fc;
                public Net() : this(4) { }
                public Net(int width) : base("net") { _fc = Linear(width, 3); }
                public Net(string name) : base(name) { _fc = Linear(4, 3); }
            """))));

    [Fact]
    public async Task A_primary_constructor_without_parameters_is_written_out()
    {
        var text = await Mended("TRAIN3001", "Write a constructor that calls RegisterComponents", $$"""
            {{ModelSource.Usings}}
            public sealed class Net() : Module<Tensor, Tensor>("net")
            {
                private readonly Linear _fc = Linear(4, 3);

                public override Tensor forward(Tensor input) => _fc.call(input);
            }
            """);
        Assert.Contains("public Net() : base(\"net\") => RegisterComponents();", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_primary_constructor_with_parameters_is_left() => Assert.Empty(await FixRun.Titles("TRAIN3001", $$"""
        {{ModelSource.Usings}}
        public sealed class Net(int width) : Module<Tensor, Tensor>("net")
        {
            private readonly Linear _fc = Linear(width, 3);
            public override Tensor forward(Tensor input) => _fc.call(input);
        }
        """));

    [Theory]
    [InlineData("List<Linear> _layers = [Linear(4, 4), Linear(4, 3)];", "new ModuleList<Linear>(Linear(4, 4), Linear(4, 3))")]
    [InlineData("List<Module<Tensor, Tensor>> _layers = new() { Linear(4, 4) };", "new ModuleList<Module<Tensor, Tensor>>(Linear(4, 4))")]
    [InlineData("Linear[] _layers = { Linear(4, 4) };", "new ModuleList<Linear>(Linear(4, 4))")]
    [InlineData("Linear[] _layers = new[] { Linear(4, 4) };", "new ModuleList<Linear>(Linear(4, 4))")]
    [InlineData("List<Linear> _layers = Enumerable.Range(0, 3).Select(_ => Linear(4, 4)).ToList();", "Select(_ => Linear(4, 4)).ToArray())")]
    public async Task Layers_move_into_a_module_list(string field, string written) => Assert.Contains(
        written, await Mended("TRAIN3003", List, Net($"private readonly {field}\n    public Net() : base(\"net\") => RegisterComponents();")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Layers_that_are_added_move_too() => await Mended("TRAIN3003", List, Net("""
        private readonly List<Linear> _layers = new();
            public Net() : base("net")
            {
                for (var at = 0; at < 3; at++)
                {
                    _layers.Add(Linear(4, 4));
                }
                RegisterComponents();
            }
            public Tensor Run(Tensor x)
            {
                for (var at = 0; at < _layers.Count; at++) { x = _layers[at].call(x); }
                return x;
            }
        """));

    [Fact]
    public async Task An_auto_property_is_named()
    {
        var text = await Mended(
            "TRAIN3004", "Name the field behind it", Net("public Linear Fc { get; } = Linear(4, 3);\n    public Net() : base(\"net\") => RegisterComponents();"));
        Assert.Contains("[field: ComponentName(Name = \"fc\")]", text, StringComparison.Ordinal);
        Assert.Contains("using TorchSharp.Utils;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_auto_properties_are_named() => Assert.Equal(2, Count("[field: ComponentName", await FixRun.ApplyToAll(
        "TRAIN3004", "Name the field behind it", Net("""
            public Linear Fc { get; } = Linear(4, 3);
                public Linear Head { get; } = Linear(3, 2);
                public Net() : base("net") => RegisterComponents();
            """))));

    [Fact]
    public async Task A_method_overrides() => Assert.Contains("public override void train(bool on = true)", await Mended(
        "TRAIN3005", "Override it", Net("public new void train(bool on = true) { }\n    public Net() : base(\"net\") { }")), StringComparison.Ordinal);

    [Fact]
    public async Task A_buffer_is_saved() => Assert.Contains("register_buffer(\"mask\", ones(3));", await Mended(
        "TRAIN3007", "Save the buffer", Net("public Net() : base(\"net\") { register_buffer(\"mask\", ones(3), persistent: false); }")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Printing_is_removed() => Assert.DoesNotContain("Console", await Mended("TRAIN3008", "Remove it", $$"""
        {{ModelSource.Usings}}
        public sealed class Net : Module<Tensor, Tensor>
        {
            public Net() : base("net") { }

            public override Tensor forward(Tensor input)
            {
                System.Console.WriteLine(input);
                return input;
            }
        }
        """), StringComparison.Ordinal);

    private static int Count(string part, string text) => text.Split(part).Length - 1;

    private static string Net(string members) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        {{ModelSource.Usings}}
        public sealed class Net : Module<Tensor, Tensor>
        {
            {{members}}

            public override Tensor forward(Tensor input) => input;
        }
        """;
}
