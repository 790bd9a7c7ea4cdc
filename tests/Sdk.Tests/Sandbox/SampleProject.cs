namespace TrainSdk.Sdk.Tests.Sandbox;

/// <summary>The smallest model project: no libtorch is restored, because these tests build models and never run them.</summary>
public static class SampleProject
{
    public static SandboxFolder WriteProject(this SandboxFolder folder, string body = "", string file = "App.csproj")
        => folder
            .Write(file, $$"""
                <Project Sdk="TrainSdk/{version}">
                  <PropertyGroup>
                    <TrainBackend>none</TrainBackend>
                  </PropertyGroup>
                  {{body}}
                </Project>
                """)
            .Write(Path.Combine(Path.GetDirectoryName(file)!, "Program.cs"), "Console.WriteLine(\"built\");\n");

    public static SandboxFolder WriteModel(
        this SandboxFolder folder, string name, string? file = null, string attributes = "[Hyperparams(Epochs = 2)]")
        => folder.Write(file ?? name + ".cs", $$"""
            {{attributes}}
            public sealed partial class {{name}} : Module<Tensor, Tensor>
            {
                private readonly Linear _trunk = Linear(4, 8);
                private readonly Module<Tensor, Tensor> _head = Sequential(ReLU(), Dropout(0.1), Linear(8, 2));

                public {{name}}() : base(nameof({{name}})) => RegisterComponents();

                public override Tensor forward(Tensor input) => _head.call(relu(_trunk.call(input)));
            }

            """);
}
