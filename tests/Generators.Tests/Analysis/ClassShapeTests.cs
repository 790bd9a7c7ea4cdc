using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class ClassShapeTests
{
    private const string Body = """: Module<Tensor, Tensor>("model") { public override Tensor forward(Tensor input) => input; }""";

    [Theory]
    [InlineData("TRAIN1001", "public class MyModel()", "not partial")]
    [InlineData("TRAIN1004", "public partial class MyModel<T>()", "type parameters")]
    [InlineData("TRAIN1005", "public abstract partial class MyModel()", "abstract")]
    [InlineData("TRAIN1005", "file partial class MyModel()", "local to its file")]
    public async Task Refused(string id, string declaration, string words)
    {
        var source = $"{ModelSource.Usings}[Hyperparams] {declaration} {Body}";
        await Expect.Only(id, "MyModel", source, words);
        Expect.NoLoop(source);
    }

    [Fact]
    public async Task TRAIN1001_in_one_of_two_declarations()
    {
        var source = $"{ModelSource.Usings}[Hyperparams] public partial class MyModel() {Body} public class MyModel;";
        await Expect.Only("TRAIN1001", "MyModel", source);
        Expect.NoLoop(source);
    }

    [Fact]
    public async Task TRAIN1002_another_base()
    {
        var source = $"{ModelSource.Usings}[Hyperparams] public partial class MyModel {{ }}";
        await Expect.Only("TRAIN1002", "MyModel", source, "Module<Tensor, Tensor>");
        Expect.NoLoop(source);
    }

    [Fact]
    public async Task TRAIN1002_an_input_that_is_no_tensor()
    {
        var source = ModelSource.Usings + """
            [Hyperparams]
            public partial class MyModel() : Module<Tensor, int, Tensor>("model") { public override Tensor forward(Tensor a, int b) => a + b; }
            """;
        await Expect.Only("TRAIN1002", "MyModel", source, "one input tensor or several");
        Expect.NoLoop(source);
    }

    [Theory]
    [InlineData("public class Outer", "")]
    [InlineData("public partial class Outer<T>", "")]
    [InlineData("file partial class Outer", "")]
    [InlineData("public class Outer", "partial struct Middle")]
    public async Task TRAIN1003_nested_in_a_closed_type(string outer, string middle)
    {
        var (open, close) = middle.Length > 0 ? ($"public {middle} {{", "}") : ("", "");
        var source = $"{ModelSource.Usings}{outer} {{ {open} [Hyperparams] public partial class MyModel() {Body} {close} }}";
        await Expect.Only("TRAIN1003", "MyModel", source, "stands inside Outer", "write 'partial' on Outer");
        Expect.NoLoop(source);
    }

    [Theory]
    [InlineData("public static partial class Outer", "")]
    [InlineData("internal partial class Outer", "public partial record struct Middle")]
    [InlineData("public partial record Outer", "internal partial interface IMiddle")]
    [InlineData("public partial struct @struct", "private partial class Accuracy")]
    public async Task Nested_in_partial_types(string outer, string middle)
    {
        var (open, close) = middle.Length > 0 ? ($"{middle} {{", "}") : ("", "");
        var source = $"{ModelSource.Usings}namespace A.B {{ {outer} {{ {open} [Hyperparams] public partial class MyModel() {Body} {close} }} }}";
        await Expect.Nothing(source);
        Expect.Loop(source);
    }

    [Fact]
    public void Nested_models_of_one_name_get_files_of_their_own()
    {
        var source = $"{ModelSource.Usings}partial class A {{ [Hyperparams] partial class MyModel() {Body} }} partial class B {{ [Hyperparams] partial class MyModel() {Body} }}";
        var files = GeneratorRun.Of(source).Clean().Files.Keys;
        Assert.Contains("A.MyModel.Training.g.cs", files);
        Assert.Contains("B.MyModel.Training.g.cs", files);
    }

    [Fact]
    public async Task TRAIN1005_record()
    {
        var source = $"{ModelSource.Usings}[Hyperparams] public partial record MyModel;";
        Assert.Contains("TRAIN1005", (await GeneratorRun.Analyze(source)).Select(static diagnostic => diagnostic.Id));
        Expect.NoLoop(source);
    }

    [Fact]
    public async Task TRAIN1005_static()
    {
        var source = $"{ModelSource.Usings}[Hyperparams] public static partial class MyModel;";
        Assert.Contains("TRAIN1005", (await GeneratorRun.Analyze(source)).Select(static diagnostic => diagnostic.Id));
        Expect.NoLoop(source);
    }

    [Theory]
    [InlineData("public static void Train(TrainSdk.Data.DataSplits data) { }", "Train")]
    [InlineData("public static void Load(string file) { }", "Load")]
    [InlineData("public int Training;", "Training")]
    [InlineData("public int Hyperparameters => 1;", "Hyperparameters")]
    [InlineData("public static int RunCommandLine() => 1;", "RunCommandLine")]
    public async Task TRAIN1016_taken_member(string member, string name)
    {
        var source = ModelSource.With("[Hyperparams]", member);
        await Expect.Only("TRAIN1016", name, source, $"MyModel.{name}");
        Expect.NoLoop(source);
    }

    [Theory]
    [InlineData("public void Train(int times) { }")]
    [InlineData("public void Load(int number) { }")]
    public async Task An_overload_of_another_kind_is_left_alone(string member)
    {
        var source = ModelSource.With("[Hyperparams]", member);
        await Expect.Nothing(source);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("public float Loss(Tensor output, Tensor target) => 0;")]
    [InlineData("public Tensor Loss(Tensor output) => output;")]
    [InlineData("public (Tensor, Tensor, Tensor) Loss(Tensor output, Tensor target) => default;")]
    [InlineData("public Tensor Loss<T>(Tensor output, Tensor target) => output;")]
    [InlineData("public Tensor Loss(Tensor output, ref Tensor target) => output;")]
    public async Task TRAIN1015_wrong_loss(string member)
    {
        var source = ModelSource.With("[Hyperparams]", member);
        await Expect.Only("TRAIN1015", "Loss", source, "Tensor Loss(Tensor output, Tensor target)");
        Expect.NoLoop(source);
    }
}
