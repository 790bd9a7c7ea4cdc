using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

public sealed class ComponentTests
{
    private const string Override = "protected override void RegisterComponents()";

    [Fact]
    public void Every_kind_of_member()
    {
        var code = Of("""
            private readonly Linear _layer = Linear(4, 3);
            public Linear Property { get; } = Linear(4, 3);
            [field: TorchSharp.Utils.ComponentName(Name = "renamed")] public Linear Named { get; } = Linear(4, 3);
            [TorchSharp.Utils.ComponentName(Name = "other")] private readonly Linear _other = Linear(4, 3);
            private Tensor _buffer = zeros(3);
            private readonly Parameter? _parameter = null;
            public Parameter Scale { get; set; } = new(zeros(3));
            private readonly IModule<Tensor, Tensor> _interface = Linear(4, 3);
            private readonly object _object = new();
            private readonly Module<Tensor, Tensor>? @event = null;
            private static readonly Linear Shared = Linear(4, 3);
            private readonly string _text = Shared.ToString()!;
            public Linear Computed => _layer;
            public override Tensor forward(Tensor input) =>
                _layer.call(input) + _text.Length + (@event is null ? 1 : 0) + (_parameter is null ? 1 : 0) + _buffer;
            """);
        string[] expected =
        [
            """Register("_layer", _layer);""", """Register("Property", Property);""", """Register("renamed", Named);""", """Register("other", _other);""",
            """Register("_buffer", _buffer);""", """Register("_parameter", _parameter);""", """Register("<Scale>k__BackingField", Scale);""",
            """Register("_interface", _interface);""", """Register("_object", _object);""", """Register("event", @event);""",
        ];
        var lines = code.Split('\n').Select(static line => line.Trim());
        Assert.Equal(expected, lines.Where(static line => line.StartsWith("Register(\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_class_that_writes_the_method_keeps_its_own() => Assert.DoesNotContain(Override, Of("""
        private readonly Linear _layer = Linear(4, 3);
        protected override void RegisterComponents() => base.RegisterComponents();
        public override Tensor forward(Tensor input) => _layer.call(input);
        """), StringComparison.Ordinal);

    [Theory]
    [InlineData("protected", true)]
    [InlineData("internal", true)]
    [InlineData("private", false)]
    public void Fields_of_a_base_class(string accessibility, bool isGenerated)
    {
        var code = GeneratorRun.Of($$"""
            {{ModelSource.Usings}}
            public abstract class Base(string name) : Module<Tensor, Tensor>(name)
            {
                {{accessibility}} readonly Linear Layer = Linear(4, 3);
                public override Tensor forward(Tensor input) => Layer.call(input);
            }

            [Hyperparams]
            public sealed partial class MyModel() : Base("model")
            {
                private readonly Linear _own = Linear(4, 3);
                public override Tensor forward(Tensor input) => _own.call(input);
            }
            """).Clean().Of("Members");
        Assert.Equal(isGenerated, code.Contains("""Register("Layer", Layer);""", StringComparison.Ordinal));
        Assert.Equal(isGenerated, code.Contains(Override, StringComparison.Ordinal));
    }

    private static string Of(string members) => GeneratorRun.Of(
        $"{ModelSource.Usings}[Hyperparams] public sealed partial class MyModel() : Module<Tensor, Tensor>(\"model\") {{ {members} }}")
        .Clean().Of("Members");
}
