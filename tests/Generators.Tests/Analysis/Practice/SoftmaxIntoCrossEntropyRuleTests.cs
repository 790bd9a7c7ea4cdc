using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class SoftmaxIntoCrossEntropyRuleTests
{
    private const string Id = "TRAIN2022";
    private const string Head = "private readonly Linear _head = Linear(4, 3); private readonly Softmax _softmax = Softmax(1); ";

    private const string OwnLoss = """
        private static Tensor Loss(Tensor output, Tensor target) => cross_entropy(output, target, label_smoothing: 0.1);
        """;

    private const string OwnModule = """
        private readonly CrossEntropyLoss _criterion = CrossEntropyLoss();
        private Tensor Loss(Tensor output, Tensor target) => _criterion.call(output, target);
        """;

    [Theory]
    [InlineData("return softmax(_head.call(x), 1);", "softmax(_head.call(x), 1)", "a softmax")]
    [InlineData("return log_softmax(_head.call(x), 1);", "log_softmax(_head.call(x), 1)", "a log-softmax")]
    [InlineData("x = _head.call(x); return x.softmax(1);", "x.softmax(1)", "a softmax")]
    [InlineData("using var scope = NewDisposeScope(); x = torch.softmax(_head.call(x), 1); return x.MoveToOuterDisposeScope();", "torch.softmax(_head.call(x), 1)", "a softmax")]
    [InlineData("return _softmax.call(_head.call(x)).squeeze(2);", "_softmax.call(_head.call(x))", "a softmax")]
    public async Task Probabilities_into_a_cross_entropy(string forward, string at, string words) =>
        await Advice.Only(Id, at, NetworkSource.With(Head, forward), words, "applies one itself");

    [Fact]
    public async Task The_end_of_a_sequence() => await Advice.Only(
        Id, "LogSoftmax(1)", NetworkSource.With("private readonly Sequential _layers = Sequential(Linear(4, 3), LogSoftmax(1));", "return _layers.call(x);"));

    [Theory]
    [InlineData(OwnLoss)]
    [InlineData(OwnModule)]
    public async Task A_loss_of_ones_own(string loss) =>
        await Advice.Only(Id, "softmax(_head.call(x), 1)", NetworkSource.With(Head + loss, "return softmax(_head.call(x), 1);"));

    [Theory]
    [InlineData("return _head.call(x);", "", "[Hyperparams]")]
    [InlineData("return softmax(_head.call(x), 1);", "", "[Hyperparams, Regression]")]
    [InlineData("return log_softmax(_head.call(x), 1);", "private static Tensor Loss(Tensor output, Tensor target) => nll_loss(output, target);", "[Hyperparams]")]
    [InlineData("return log_softmax(_head.call(x), 1);", "private static Tensor Loss(Tensor output, Tensor target) => cross_entropy(output.exp(), target);", "[Hyperparams]")]
    [InlineData("return _head.call(softmax(x, 1));", "", "[Hyperparams]")]
    [InlineData("return softmax(x, 1) * _head.call(x);", "", "[Hyperparams]")]
    [InlineData("return training ? _head.call(x) : softmax(_head.call(x), 1);", "", "[Hyperparams]")]
    [InlineData("x = _head.call(x); if (!training) { return softmax(x, 1); } return x;", "", "[Hyperparams]")]
    public async Task Nothing_is_said_of(string forward, string members, string attributes) =>
        await Advice.Nothing(NetworkSource.With(Head + members, forward, attributes));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, NetworkSource.With(Head, "return softmax(_head.call(x), 1);"));
}
