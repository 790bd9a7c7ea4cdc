namespace TrainSdk.Generators.Tests.Harness;

/// <summary>Small model classes as text.</summary>
internal static class ModelSource
{
    public const string Usings = """
        using TorchSharp;
        using TorchSharp.Modules;
        using TrainSdk;
        using TrainSdk.Metrics;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        """;

    /// <summary>A linear model with the given attributes and members.</summary>
    public static string With(string attributes, string members = "", string name = "MyModel", string constructor = "") => $$"""
        {{Usings}}
        {{attributes}}
        public sealed partial class {{name}} : Module<Tensor, Tensor>
        {
            private readonly Linear _head;

            public {{name}}({{constructor}}) : base("model")
            {
                _head = Linear(4, 3);
                RegisterComponents();
            }

            public override Tensor forward(Tensor input) => _head.call(input);
            {{members}}
        }
        """;
}
