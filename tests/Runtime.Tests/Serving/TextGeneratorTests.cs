using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Serving;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Serving;

public sealed class TextGeneratorTests : IDisposable
{
    private const int Draws = 6000;

    // Scores of the tokens end, a, b, c after each of them.
    private static readonly double[,] Scores = { { -9, 1, 0, 0.5 }, { 0, 0, 1, -1 }, { 1, 0.5, -2, 0 }, { 0.2, 0.1, 0, 2 } };

    private readonly BigramModel _model = new(Scores) { Card = Card(isLines: true) };

    /// <summary>How often each first letter is drawn, against the softmax of its scores: chi-squared with 3 degrees of freedom.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void TokensAreDrawnByTheModelsProbabilities(double temperature)
    {
        using var predictor = Predictor.For(_model);
        var drawn = Enumerable.Range(0, Draws).Select(seed => predictor.Generate("b", length: 1, temperature, seed)).CountBy(static text => text).ToDictionary();
        double[] weights = [.. Enumerable.Range(0, 4).Select(token => Math.Exp(Scores[2, token] / temperature))];
        var distance = weights.Index().Sum(pair =>
        {
            var expected = Draws * pair.Item / weights.Sum();
            var actual = drawn.GetValueOrDefault("b" + "\nabc"[pair.Index].ToString().Trim());
            return Math.Pow(actual - expected, 2) / expected;
        });
        Assert.InRange(distance, 0, 16.27);   // exceeded once in a thousand
    }

    [Fact]
    public void ALineEndsWhereTheModelEndsIt()
    {
        using var predictor = Predictor.For(_model);
        string[] texts = [.. Enumerable.Range(0, 200).Select(seed => predictor.Generate(length: 30, seed: seed))];
        Assert.All(texts, static text => Assert.DoesNotContain('\n', text));
        Assert.Contains(texts, static text => text.Length < 5);
        Assert.True(texts.Distinct().Count() > 50);
        Assert.Equal(texts, Enumerable.Range(0, 200).Select(seed => predictor.Generate(length: 30, seed: seed)));
    }

    [Fact]
    public void ATemperatureOfZeroTakesTheMostProbable()
    {
        using var predictor = Predictor.For(_model);
        Assert.Equal("ab", predictor.Generate(temperature: 0));   // a after the end, b after a, the end after b
        Assert.Equal("cccccc", predictor.Generate("c", length: 5, temperature: 0));
    }

    [Fact]
    public void RunningTextGoesOnPastLineEnds()
    {
        _model.Card = Card(isLines: false);
        using var predictor = Predictor.For(_model);
        Assert.Equal("ab\nab\n", predictor.Generate("a", length: 5, temperature: 0));
    }

    [Fact]
    public void TheModelSeesNoMoreThanItWasTrainedOn()
    {
        using var predictor = Predictor.For(_model);
        predictor.Generate("abcabcabc", length: 3);
        Assert.Equal(4, _model.Longest);
        Assert.DoesNotContain(true, _model.Modes);   // training mode would drop out
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var predictor = Predictor.For(_model);
        predictor.Generate("a");
        var before = LiveTensors.Count();
        predictor.Generate("a", seed: 3);
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void WhatCannotBeContinuedIsRefused()
    {
        using var predictor = Predictor.For(_model);
        Assert.StartsWith("the character 'x' (U+0078) did not occur in the training text", Refused(() => predictor.Generate("axe")), StringComparison.Ordinal);
        Assert.Contains("temperature -1", Refused(() => predictor.Generate("a", temperature: -1)), StringComparison.Ordinal);
        _model.Card = _model.Card! with { Output = OutputKind.Classes };
        using var classifier = Predictor.For(_model);
        Assert.Contains("that takes a model with [NextToken]", Refused(() => classifier.Generate()), StringComparison.Ordinal);
    }

    public void Dispose() => _model.Dispose();

    private static string Refused(Func<object> use) => Assert.Throws<TrainException>(use).Message;

    private static ModelCard Card(bool isLines) => new()
    {
        Model = nameof(BigramModel),
        Output = OutputKind.Tokens,
        ClassNames = ["\n", "a", "b", "c"],
        Encoding = InputEncoding.None(4) with
        {
            IsTokens = true,
            Vocabulary = Vocabulary.OfCharacters("abc\n") with { IsLines = isLines },
        },
    };

    /// <summary>Scores what comes next by the last token alone.</summary>
    private sealed class BigramModel : nn.Module<Tensor, Tensor>, ITrainedModel
    {
        private readonly Tensor _table;

        public BigramModel(double[,] scores)
            : base(nameof(BigramModel))
        {
            _table = torch.tensor(scores);
            RegisterComponents();
        }

        public ModelCard? Card { get; set; }

        public long Longest { get; private set; }

        public List<bool> Modes { get; } = [];

        public override Tensor forward(Tensor input)
        {
            Longest = Math.Max(Longest, input.shape[1]);
            Modes.Add(training);
            return _table.index_select(0, input.flatten()).reshape(1, -1, 4);
        }
    }
}
