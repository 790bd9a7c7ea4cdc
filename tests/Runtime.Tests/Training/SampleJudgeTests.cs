using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Against the criteria written out by hand.</summary>
public sealed class SampleJudgeTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void ClassesHaveTheirCrossEntropy()
    {
        var judged = Judge(OutputKind.Inferred, torch.tensor(new[,] { { 2f, 0f, 1f }, { 0f, 0f, 3f } }), torch.tensor(new long[] { 0, 1 }), "a", "b", "c")!;

        Assert.Equal(Math.Log(1 + Math.Exp(-2) + Math.Exp(-1)), judged[0].Loss, 1e-6);
        Assert.Equal(Math.Log(2 + Math.Exp(3)), judged[1].Loss, 1e-6);
        Assert.Equal([("a", "a"), ("c", "b")], judged.Select(static row => (row.Predicted, row.Actual)));
    }

    [Fact]
    public void YesAndNoHaveTheirBinaryCrossEntropy()
    {
        var judged = Judge(OutputKind.Binary, torch.tensor(new[] { 1.5f, -2f }).unsqueeze(1), torch.tensor(new[] { 1f, 1f }), "no", "yes")!;

        Assert.Equal(Math.Log(1 + Math.Exp(-1.5)), judged[0].Loss, 1e-6);
        Assert.Equal(Math.Log(1 + Math.Exp(2)), judged[1].Loss, 1e-6);
        Assert.Equal([("yes", "yes"), ("no", "yes")], judged.Select(static row => (row.Predicted, row.Actual)));
    }

    [Fact]
    public void LabelsHaveTheMeanOverLabels()
    {
        var (_, predicted, actual) = Assert.Single(
            Judge(OutputKind.Labels, torch.tensor(new[,] { { 1f, -1f, 2f } }), torch.tensor(new[,] { { 1f, 1f, 0f } }), "x", "y", "z")!);

        Assert.Equal(("x z", "x y"), (predicted, actual));
    }

    [Fact]
    public void NumbersHaveTheirSquaredError()
    {
        var judged = Judge(OutputKind.Numbers, torch.tensor(new[] { 1f, 4f }).unsqueeze(1), torch.tensor(new[] { 1.5f, 1f }))!;

        Assert.Equal([0.25, 9], judged.Select(static row => row.Loss));
        Assert.Equal([("1", "1.5"), ("4", "1")], judged.Select(static row => (row.Predicted, row.Actual)));
    }

    [Fact]
    public void TokensHaveTheMeanOverThoseThatCount()
    {
        var scores = torch.zeros(1, 3, 4);
        scores[0, 0, 2] = 1;
        var judged = Assert.Single(Judge(OutputKind.Tokens, scores, torch.tensor(new long[,] { { 2, 0, -100 } }))!);

        Assert.Equal((Math.Log(3 + Math.E) - 1 + Math.Log(4)) / 2, judged.Loss, 1e-6);
    }

    [Fact]
    public void WhatFitsNoCriterionIsNotJudged() =>
        Assert.Null(Judge(OutputKind.Classes, torch.zeros(2, 3), torch.zeros(2, 3), "a", "b", "c"));

    public void Dispose() => _scope.Dispose();

    private static IReadOnlyList<(double Loss, string Predicted, string Actual)>? Judge(
        OutputKind kind, Tensor output, Tensor target, params string[] classes) => new SampleJudge(new ModelCard
        {
            Model = "X",
            Output = kind,
            Encoding = InputEncoding.None(3),
            ClassNames = classes,
        }).Judge(output, target);
}
