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
    public async Task TRAIN1002_another_module()
    {
        var source = ModelSource.Usings + """
            [Hyperparams]
            public partial class MyModel() : Module<Tensor, Tensor, Tensor>("model") { public override Tensor forward(Tensor a, Tensor b) => a + b; }
            """;
        await Expect.Only("TRAIN1002", "MyModel", source, "one input tensor");
        Expect.NoLoop(source);
    }

    [Fact]
    public async Task TRAIN1003_nested()
    {
        var source = $"{ModelSource.Usings}public partial class Outer {{ [Hyperparams] public partial class MyModel() {Body} }}";
        await Expect.Only("TRAIN1003", "MyModel", source, "another type");
        Expect.NoLoop(source);
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
