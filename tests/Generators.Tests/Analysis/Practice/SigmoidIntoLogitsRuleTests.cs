using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class SigmoidIntoLogitsRuleTests
{
    private const string Id = "TRAIN2023";
    private const string Head = "private readonly Linear _head = Linear(4, 1);";

    [Theory]
    [InlineData("return torch.sigmoid(_head.call(x));", "torch.sigmoid(_head.call(x))", "Binary")]
    [InlineData("return _head.call(x).sigmoid().squeeze(1);", "_head.call(x).sigmoid()", "Binary")]
    [InlineData("return _head.call(x).sigmoid_();", "_head.call(x).sigmoid_()", "MultiLabel")]
    public async Task Probabilities_into_a_loss_of_scores(string forward, string at, string objective) =>
        await Advice.Only(Id, at, NetworkSource.With(Head, forward, $"[Hyperparams, {objective}]"), "applies one itself");

    [Fact]
    public async Task The_end_of_a_sequence() => await Advice.Only(
        Id,
        "Sigmoid()",
        NetworkSource.With("private readonly Sequential _layers = Sequential(Linear(4, 1), Sigmoid());", "return _layers.call(x);", "[Hyperparams, Binary]"));

    [Fact]
    public async Task A_loss_of_ones_own() => await Advice.Only(
        Id,
        "torch.sigmoid(_head.call(x))",
        NetworkSource.With(
            Head + "private static Tensor Loss(Tensor output, Tensor target) => binary_cross_entropy_with_logits(output, target);",
            "return torch.sigmoid(_head.call(x));"));

    [Theory]
    [InlineData("return _head.call(x);", "", "[Hyperparams, Binary]")]
    [InlineData("return torch.sigmoid(_head.call(x));", "", "[Hyperparams, Regression]")]
    [InlineData("return torch.sigmoid(_head.call(x));", "private static Tensor Loss(Tensor output, Tensor target) => binary_cross_entropy(output, target);", "[Hyperparams]")]
    [InlineData("return torch.sigmoid(x) * _head.call(x);", "", "[Hyperparams, Binary]")]
    public async Task Nothing_is_said_of(string forward, string members, string attributes) =>
        await Advice.Nothing(NetworkSource.With(Head + members, forward, attributes));

    [Fact]
    public async Task Can_be_suppressed() =>
        await Advice.Suppressible(Id, NetworkSource.With(Head, "return torch.sigmoid(_head.call(x));", "[Hyperparams, Binary]"));
}
