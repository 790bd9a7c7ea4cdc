using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

/// <summary>Generated code compiles wherever the class stands and whatever else has names.</summary>
public sealed class NameTests
{
    private const string All = "[Hyperparams, Classification, AdamW, Warmup(5), Cosine, LabelSmoothing, Amp, Accumulate(4), ClipGradNorm, EarlyStop]";
    private static readonly string Members = """
        private readonly Linear _head = Linear(4, 3);
        public override Tensor forward(Tensor input) => _head.call(input);
        """;

    private static readonly string Model = $"{All} public sealed partial class MyModel() : Module<Tensor, Tensor>(\"model\") {{ {Members} }}";

    private static readonly string WithoutAdamW = Model.Replace("AdamW, ", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("", "MyModel.Training.g.cs")]
    [InlineData("namespace My.App;", "My.App.MyModel.Training.g.cs")]
    [InlineData("namespace My.@class.@event;", "My.class.event.MyModel.Training.g.cs")]
    [InlineData("namespace TrainSdk.Own.TorchSharp;", "TrainSdk.Own.TorchSharp.MyModel.Training.g.cs")]
    public void Hint_names_carry_the_namespace(string space, string expected) =>
        Assert.Contains(expected, GeneratorRun.Of($"{ModelSource.Usings}{space}\n{Model}").Clean().Files.Keys);

    [Fact]
    public void Block_namespaces() => Assert.Contains(
        "A.B.C.MyModel.Schedule.g.cs",
        GeneratorRun.Of($"{ModelSource.Usings}namespace A.B {{ namespace C {{ {Model} }} }}").Clean().Files.Keys);

    [Theory]
    [InlineData("@class", "class.Training.g.cs")]
    [InlineData("@record", "record.Training.g.cs")]
    [InlineData("Modèle", "Modèle.Training.g.cs")]
    [InlineData("AVeryLongNameOfAModelThatNobodyWouldEverChooseButThatTheGeneratorMustStillBeAbleToWriteInLinesOf", null)]
    public void Class_names(string name, string? hint)
    {
        var generated = GeneratorRun.Of(ModelSource.Usings + Model.Replace("MyModel", name, StringComparison.Ordinal));
        Assert.Empty(generated.Complaints);
        if (hint is not null)
        {
            Assert.Contains(hint, generated.Clean().Files.Keys);
        }
    }

    [Theory]
    [InlineData("Batch")]
    [InlineData("AdamW")]
    [InlineData("Accuracy")]
    [InlineData("Parameter")]
    [InlineData("Math")]
    [InlineData("Setting")]
    [InlineData("Evaluation")]
    [InlineData("DataSet")]
    [InlineData("Autocast")]
    [InlineData("AmpMode")]
    public void A_type_of_the_users_with_a_name_of_ours(string name)
    {
        Assert.Empty(GeneratorRun.Of($"{ModelSource.Usings}namespace My.App;\npublic class {name};\n{Model}").Complaints);
        Assert.Empty(GeneratorRun.Of($"{ModelSource.Usings}namespace My.App;\n{Model}", $"namespace My; public class {name};").Complaints);
        Assert.Empty(GeneratorRun.Of($"{ModelSource.Usings}\n{Model}", $"public class {name};").Complaints);
    }

    [Theory]
    [InlineData("AdamW")]
    [InlineData("Evaluation")]
    [InlineData("WarmupCurve")]
    public void A_model_with_a_name_of_ours(string name) =>
        Assert.Empty(GeneratorRun.Of($"{ModelSource.Usings}namespace My.App;\n{WithoutAdamW.Replace("MyModel", name, StringComparison.Ordinal)}").Complaints);

    [Theory]
    [InlineData("public Tensor cross_entropy(Tensor a) => a;")]
    [InlineData("public int Accuracy { get; set; }")]
    [InlineData("private int DataSplits = 1; public int Use() => DataSplits;")]
    [InlineData("private sealed class RunOptions;")]
    public void A_member_of_the_model_with_a_name_of_ours(string member) =>
        Assert.Empty(GeneratorRun.Of(ModelSource.Usings + Model.Replace(Members, Members + member, StringComparison.Ordinal)).Complaints);

    [Fact]
    public void Global_usings_as_the_sdk_has_them() => GeneratorRun.Of(
        """
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using TrainSdk;
        global using TrainSdk.Data;
        global using TrainSdk.Training;
        global using TorchSharp;
        global using TorchSharp.Modules;
        global using static TorchSharp.torch;
        global using static TorchSharp.torch.nn;
        global using static TorchSharp.torch.nn.functional;
        global using Tensor = TorchSharp.torch.Tensor;
        """,
        Model).Clean();

    [Fact]
    public void Two_models_of_one_name_and_two_that_differ_in_case()
    {
        var small = Model.Replace("MyModel", "mymodel", StringComparison.Ordinal);
        var generated = GeneratorRun.Of(
            $"{ModelSource.Usings}namespace A {{ {Model} {small} }}", $"{ModelSource.Usings}namespace B {{ {Model} }}").Clean();
        Assert.Equal(19, generated.Files.Count);
    }

    [Fact]
    public void Attributes_on_two_declarations_are_one_model()
    {
        var generated = GeneratorRun.Of(
            ModelSource.Usings + Model.Replace(All, "[Hyperparams]", StringComparison.Ordinal) + " [Warmup(5)] partial class MyModel;").Clean();
        Assert.Contains("[Warmup(5)]", generated.Of("Schedule"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_attribute_twice_is_the_compilers_error_and_no_crash() =>
        Assert.Equal("CS0579", Assert.Single(GeneratorRun.Of($"{ModelSource.Usings}[Hyperparams] partial class MyModel; {Model}").Complaints).Id);

    [Fact]
    public void An_internal_model() =>
        GeneratorRun.Of(ModelSource.Usings + Model.Replace("public sealed", "internal sealed", StringComparison.Ordinal)).Clean();
}
