namespace TrainSdk.Generators.Tests.Harness;

/// <summary>Networks as text.</summary>
internal static class NetworkSource
{
    private const string Usings = ModelSource.Usings + "using static TorchSharp.torch.nn.functional;\n";

    /// <summary>A model with fields and a body of forward, which reads <c>x</c>.</summary>
    /// <param name="fields">Fields with their initialisers, and whatever else the class has.</param>
    /// <param name="forward">Statements.</param>
    /// <param name="attributes">The class's attributes.</param>
    /// <param name="constructor">Statements of the constructor.</param>
    public static string With(string fields, string forward, string attributes = "[Hyperparams]", string constructor = "") => $$"""
        {{Usings}}
        {{attributes}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            {{fields}}

            public Net(int width = 32) : base("net")
            {
                {{constructor}}
                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                {{forward}}
            }
        }
        """;

    /// <summary>A file of classes.</summary>
    public static string Of(string classes) => Usings + classes;
}
