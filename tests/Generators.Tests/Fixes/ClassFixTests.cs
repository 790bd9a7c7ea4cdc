using TrainSdk.CodeFixes.Refactorings;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Fixes;

/// <summary>The fixes that edit a model class itself, and the refactoring that makes one of a module.</summary>
public sealed class ClassFixTests
{
    [Fact]
    public async Task Partial_is_written()
    {
        var ill = ModelSource.With("[Hyperparams]").Replace("sealed partial", "sealed", StringComparison.Ordinal);

        Assert.Equal(ModelSource.With("[Hyperparams]"), await FixRun.Apply("TRAIN1001", "Make MyModel partial", ill));
    }

    [Fact]
    public async Task The_types_around_become_partial_too()
    {
        var ill = Nested("static class Outer", "class Model");

        var text = await FixRun.Apply("TRAIN1003", "Make Outer partial", ill.Replace("class Model", "partial class Model", StringComparison.Ordinal));

        Assert.Equal(Nested("static partial class Outer", "partial class Model"), text);
        GeneratorRun.Of(text).Clean();
    }

    [Fact]
    public async Task A_generic_type_around_is_left() =>
        Assert.Empty(await FixRun.Titles("TRAIN1003", Nested("class Outer<T>", "partial class Model")));

    [Theory]
    [InlineData("public abstract partial class", "Remove 'abstract'", "public partial class")]
    [InlineData("file partial class", "Remove 'file'", "partial class")]
    [InlineData("abstract partial class", "Remove 'abstract'", "partial class")]
    public async Task A_class_becomes_ordinary(string ill, string title, string mended)
    {
        string Source(string declaration) => ModelSource.With("[Hyperparams]").Replace("public sealed partial class", declaration, StringComparison.Ordinal);
        var text = await FixRun.Apply("TRAIN1005", title, Source(ill));
        Assert.Equal(Source(mended), text);
        GeneratorRun.Of(text).Clean();
    }

    [Theory]
    [InlineData("public abstract int Width { get; }")]
    [InlineData("protected abstract Tensor Head(Tensor input);")]
    public async Task A_class_that_leaves_something_open_stays_abstract(string member) => Assert.Empty(await FixRun.Titles(
        "TRAIN1005", ModelSource.With("[Hyperparams]", member).Replace("sealed partial", "abstract partial", StringComparison.Ordinal)));

    [Fact]
    public async Task A_hook_gets_its_signature()
    {
        var ill = ModelSource.With("[Hyperparams]", "private void OnEpochEnd(EpochSummary epoch) { }");
        var mended = ModelSource.With("[Hyperparams]", "partial void OnEpochEnd(in EpochSummary epoch) { }");

        var text = await FixRun.Apply("TRAIN1053", "Write 'partial void OnEpochEnd(in EpochSummary epoch)'", ill);

        Assert.Equal(mended.Replace("using TrainSdk.Metrics;\n", "using TrainSdk.Metrics;\nusing TrainSdk.Recording;\n", StringComparison.Ordinal), text);
        GeneratorRun.Of(text).Clean();
    }

    [Fact]
    public async Task A_module_becomes_trainable()
    {
        var module = ModelSource.With("// digits")
            .Replace("sealed partial", "sealed", StringComparison.Ordinal).Replace("using TrainSdk;\n", "", StringComparison.Ordinal);
        const string Attributes = """
            // digits
            [Hyperparams(Lr = 1e-3, BatchSize = 64, Epochs = 30)]
            [Classification]
            [AdamW(WeightDecay = 1e-4)]
            [Warmup(5), Cosine]
            [EarlyStop(10)]
            """;

        var text = await FixRun.Apply(new MakeTrainable(), "MyModel : Module", "Make MyModel trainable: it predicts classes", module);

        Assert.Equal(ModelSource.With(Attributes), text);
        Assert.Empty(await GeneratorRun.Analyze(Analyzers.All, text));
        GeneratorRun.Of(text).Clean();
    }

    [Theory]
    [InlineData("[Hyperparams]\npublic sealed partial class Model() : Module<Tensor, Tensor>(\"\") { public override Tensor forward(Tensor x) => x; }")]
    [InlineData("public abstract class Model() : Module<Tensor, Tensor>(\"\") { }")]
    [InlineData("public sealed class Model { }")]
    public async Task What_is_no_module_or_trains_already_is_left(string type) =>
        Assert.Empty(await FixRun.Titles(new MakeTrainable(), "Model", ModelSource.Usings + type));

    private static string Nested(string outer, string model) => $$"""
        {{ModelSource.Usings}}
        {{outer}}
        {
            [Hyperparams]
            public {{model}} : Module<Tensor, Tensor>
            {
                private readonly Linear _head;

                public Model() : base("model")
                {
                    _head = Linear(4, 3);
                    RegisterComponents();
                }

                public override Tensor forward(Tensor input) => _head.call(input);
            }
        }
        """;
}
