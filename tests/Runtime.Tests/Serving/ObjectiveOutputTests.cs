using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Serving;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Serving;

/// <summary>What a served model's scores mean is what its objective says.</summary>
public sealed class ObjectiveOutputTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(new long[] { 2 })]
    [InlineData(new long[] { 2, 1 })]
    public void Binary(long[] shape)
    {
        var answers = Read(OutputKind.Binary, torch.tensor(new[] { Math.Log(3), -Math.Log(4) }, shape), "no", "yes");
        Assert.Equal(["yes", "no"], answers.Select(static answer => answer.Label));
        Assert.Equal(0.75, answers[0].Probability!.Value, 12);
        Assert.Equal(0.8, answers[1].Probabilities["no"], 12);
        Assert.Equal("1", Read(OutputKind.Binary, torch.ones(1))[0].Label);
    }

    [Fact]
    public void Labels()
    {
        var answers = Read(OutputKind.Labels, torch.tensor(new[,] { { 1, -1, Math.Log(3) }, { -1, -1, -1 } }), "a", "b", "c");
        Assert.Equal(["a", "c"], answers[0].Labels!);
        Assert.Equal(0.75, answers[0].Probabilities["c"], 12);
        Assert.Null(answers[0].Label);
        Assert.Empty(answers[1].Labels!);
    }

    [Fact]
    public void Tokens()
    {
        var scores = torch.zeros(1, 3, 4, dtype: ScalarType.Float64);
        scores[0, 0, 1] = 9;
        scores[0, 2, 3] = Math.Log(3);
        var answer = Assert.Single(Read(OutputKind.Tokens, scores));
        Assert.Equal("3", answer.Label);
        Assert.Equal(0.5, answer.Probability!.Value, 12);
    }

    [Fact]
    public void NumbersHaveNoClasses() => Assert.Equal([1.5], Read(OutputKind.Numbers, torch.tensor(new[,] { { 1.5 } }), "a")[0].Values);

    [Fact]
    public void OtherShapesAreRefused()
    {
        Assert.Contains("one score for yes or no", Message(() => Read(OutputKind.Binary, torch.ones(2, 2))), StringComparison.Ordinal);
        Assert.Contains("scores [count, time, tokens]", Message(() => Read(OutputKind.Tokens, torch.ones(2, 2))), StringComparison.Ordinal);
    }

    [Fact]
    public void TheKindIsInTheCard()
    {
        var card = ModelCardJson.Read(ModelCardJson.Write(Card(OutputKind.Labels, "a")));
        Assert.Equal(OutputKind.Labels, card.Output);
        var old = ModelCardJson.Write(card).Replace("\"output\":\"Labels\",", "", StringComparison.Ordinal);
        Assert.DoesNotContain("Labels", old, StringComparison.Ordinal);
        Assert.Equal(OutputKind.Inferred, ModelCardJson.Read(old).Output);
    }

    [Fact]
    public void DataSetsTakeTheTargetsOfEveryObjective()
    {
        var inputs = torch.ones(2, 3);
        var labels = new DataSet(inputs, torch.tensor(new[,] { { true, false }, { true, true } }), ["a", "b"]);
        Assert.Equal((ScalarType.Float32, "a b", false), (labels.Targets.dtype, string.Join(' ', labels.ClassNames), labels.IsClassification));
        var sequences = new DataSet(inputs, torch.tensor(new long[,] { { 1, -100 }, { 0, 2 } }));
        Assert.Equal((ScalarType.Int64, 0, false), (sequences.Targets.dtype, sequences.ClassNames.Count, sequences.IsClassification));
        Assert.Equal(2, sequences.Select([1, 0]).Targets[0, 1].ToInt64());
        Assert.Contains("every target of sample 1 is negative", Message(() => new DataSet(inputs, torch.tensor(new long[,] { { 1, 1 }, { -1, -100 } }))), StringComparison.Ordinal);
        Assert.Contains("3 class names were given for targets [2, 2]", Message(() => new DataSet(inputs, torch.ones(2, 2), ["a", "b", "c"])), StringComparison.Ordinal);
        Assert.Contains("class index 2 has no name", Message(() => new DataSet(inputs, torch.tensor(new long[,] { { 1, 2 }, { 0, 0 } }), ["a", "b"])), StringComparison.Ordinal);
    }

    public void Dispose() => _scope.Dispose();

    private static IReadOnlyList<Prediction> Read(OutputKind kind, Tensor output, params string[] names) => new OutputReader(Card(kind, names)).Read(output);

    private static ModelCard Card(OutputKind kind, params string[] names) =>
        new() { Model = "x", Encoding = new InputEncoding { Shape = [3] }, ClassNames = names, Output = kind };

    private static string Message(Action action) => Assert.Throws<TrainException>(action).Message;
}
