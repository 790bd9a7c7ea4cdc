using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Tests;

namespace TrainSdk.Generators.Tests.Eject;

/// <summary>An ejected file is ordinary source: the compiler takes it in the generated one's place.</summary>
public sealed class EjectedSourceTests
{
    private const string Everything = """
        [Hyperparams, Metric<F1>, AdamW, ScaleLr, Warmup(5), Cosine, ReduceLrOnPlateau(4), LabelSmoothing(0.2), Amp, Accumulate(4)]
        [ParamGroup("_head", LrScale = 0.5), ClipGradNorm(2), Ema(0.99), Freeze("_head", UntilEpoch = 2), Validate(EverySteps = 100)]
        [MixUp, Flip, EarlyStop(12, Monitor = typeof(F1))]
        """;

    private const string Hook = "partial void OnStepEnd(in TrainSdk.Training.StepSummary s) => _ = s.Loss;";
    private const string Loss = "private static (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target) => (output.sum(), target.sum());";

    public static TheoryData<string> Models =>
    [
        ModelSource.With("[Hyperparams]"),
        ModelSource.With(Everything, Hook, constructor: "int width = 3"),
        ModelSource.With("[Hyperparams, Amp]", Loss),
        ModelSource.With("[Hyperparams(Epochs = 2)]").Replace("[Hyperparams", "namespace My.App;\n[Hyperparams", StringComparison.Ordinal),
        ModelSource.Usings + "namespace My.@event\n{\n" + Nested("[Hyperparams, Cosine]") + "\n}",
        ModelSource.With("[Hyperparams, AdamW]") + "public class Batch; public class AdamW;",
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_loop_takes_the_place_of_the_generated_one(string source)
    {
        var before = GeneratorRun.Of(source).Clean();
        var loop = EjectRun.Loop(source);

        var after = GeneratorRun.Of(source, loop).Clean();

        Assert.DoesNotContain("auto-generated", loop, StringComparison.Ordinal);
        var left = before.Files.Keys.Except(after.Files.Keys);
        Assert.EndsWith("MyModel.Training.g.cs", Assert.Single(left), StringComparison.Ordinal);
        Assert.DoesNotContain("Training.g.cs", after["TrainSdk.Manifest.g.cs"], StringComparison.Ordinal);
        Assert.All(after.Files.Where(static file => file.Key != "TrainSdk.Manifest.g.cs"), file => Assert.Equal(before[file.Key], file.Value));
        Assert.Equal(Code(before.Of("Training")), Code(loop));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void All_files_leave_the_generator_nothing_to_write(string source)
    {
        var ejected = EjectRun.Of("MyModel/all", source);
        Assert.Empty(ejected.Complaints);
        string[] files = [.. ejected.Files.Where(static file => !file.Key.StartsWith("TrainSdk.", StringComparison.Ordinal)).Select(static file => file.Value)];
        Assert.Equal(6, files.Length);

        Assert.Equal(["TrainSdk.Manifest.g.cs"], GeneratorRun.Of([source, .. files]).Clean().Files.Keys);
    }

    [Fact]
    public void The_rest_can_follow_a_loop_and_each_file_can_go_back()
    {
        var source = ModelSource.With("[Hyperparams, Cosine]");
        var loop = EjectRun.Loop(source);
        var rest = EjectRun.Of("MyModel/all", source, loop);
        Assert.Empty(rest.Complaints);
        Assert.DoesNotContain("MyModel.Training.g.cs", rest.Files.Keys);

        var withoutSchedule = rest.Files.Where(static file => file.Key.StartsWith("MyModel.", StringComparison.Ordinal)
            && !file.Key.Contains("Schedule", StringComparison.Ordinal)).Select(static file => file.Value);

        Assert.Equal(
            ["MyModel.Schedule.g.cs", "TrainSdk.Manifest.g.cs"],
            GeneratorRun.Of([source, loop, .. withoutSchedule]).Clean().Files.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[Hyperparams, Amp]", "[Hyperparams]")]
    [InlineData("[Hyperparams]", "[Hyperparams, Amp, MixUp, Flip, Warmup(2), Cosine]")]
    [InlineData("[Hyperparams, Flip]", "[Hyperparams]")]
    public void What_is_generated_beside_it_fits_a_loop_of_other_attributes(string before, string after)
    {
        var loop = EjectRun.Loop(ModelSource.With(before)).Replace("settings.Amp", "AmpMode.Auto", StringComparison.Ordinal);
        Assert.DoesNotContain(
            GeneratorRun.Of(ModelSource.With(after), loop).Complaints,
            static complaint => complaint.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_of_the_users_still_collides_with_what_is_generated()
    {
        var loop = EjectRun.Loop(ModelSource.With("[Hyperparams]"));
        var source = ModelSource.With("[Hyperparams]", "public static int RunCommandLine() => 1;");
        Assert.Equal(["TrainSdk.Manifest.g.cs"], GeneratorRun.Of(source, loop).Files.Keys);
    }

    [Fact]
    public void It_reads_like_a_file_that_somebody_wrote() =>
        Snapshot.Verify(EjectRun.Loop(ModelSource.With("[Hyperparams, AdamW, Warmup(2), Cosine, ClipGradNorm, EarlyStop(5)]")), "Ejected#MyModel.Training");

    private static string Nested(string attributes) => $$"""
        public static partial class Outer
        {
            public partial record struct Inner
            {
                {{attributes}}
                private sealed partial class MyModel() : Module<Tensor, Tensor>("model")
                {
                    private readonly Linear _head = Linear(4, 3);
                    public override Tensor forward(Tensor input) => _head.call(input);
                }
            }
        }
        """;

    // What is computed, without comments and line breaks; a loop of one's own asks the schedule also where it is constant.
    private static string Code(string text) => string.Concat(text.Split('\n')
        .Select(static line => line.Trim())
        .SkipWhile(static line => line != "public static partial class Training")
        .Where(static line => !line.StartsWith("//", StringComparison.Ordinal)))
        .Replace(" ", "", StringComparison.Ordinal).Replace("settings.Lr;", "Lr(step,settings,run.StepsPerEpoch);", StringComparison.Ordinal).TrimEnd('}');
}
