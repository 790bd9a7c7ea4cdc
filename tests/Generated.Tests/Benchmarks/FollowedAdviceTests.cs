using TrainSdk.Advice;
using TrainSdk.Benchmarks.Advising;

namespace TrainSdk.Generated.Tests.Benchmarks;

/// <summary>The benchmark <c>cures</c> writes into a class what a line of advice says, and nothing else.</summary>
public sealed class FollowedAdviceTests
{
    private const string Model = "[Hyperparams(Lr = 1, Epochs = 5), AdamW]";

    [Theory]
    [InlineData("[Hyperparams(Lr = 0.1)], with [Warmup(3)]", "[Hyperparams(Lr = 0.1, Epochs = 5), AdamW]", "[Warmup(3)]")]
    [InlineData("[Hyperparams(BatchSize = 32)], or Lr = 0.005", "[Hyperparams(Lr = 1, Epochs = 5, BatchSize = 32), AdamW]", "")]
    [InlineData("look at the samples; [LabelSmoothing(0.1)] limits them", Model, "[LabelSmoothing(0.1)]")]
    [InlineData("[Freeze(\"trunk\", UntilEpoch = 2)]", Model, "[Freeze(\"trunk\", UntilEpoch = 2)]")]
    public void Attributes_are_merged_or_added(string edit, string changed, string added)
    {
        var text = Followed(edit)!.Source.Text;

        Assert.Equal(Squeezed(changed + added), Squeezed(text[..text.IndexOf("public sealed", StringComparison.Ordinal)]));
    }

    [Fact]
    public void An_option_becomes_a_setting() => Assert.Equal(
        new Dictionary<string, string> { ["dropout"] = "0.5", ["weightdecay"] = "0.001" },
        Followed("--dropout 0.5, --weight-decay 0.001; [EarlyStop(10)] saves epochs")!.Settings);

    [Fact]
    public void What_cannot_be_written_ends_the_cure() => Assert.Null(Followed("more data"));

    private static IllRun? Followed(string edit)
    {
        var run = new IllRun("a", ModelSource.Of(Model, ""), IllData.Wine, [], []);
        return new IllStart(run, run).Follow(run, new Finding("a-b", "it is ill", "seen", edit));
    }

    private static string Squeezed(string text) => string.Concat(text.Where(static one => !char.IsWhiteSpace(one))).Replace(",", ", ", StringComparison.Ordinal);
}
