using System.Collections.Concurrent;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Serving;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Serving;

public sealed class PredictorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallNet _model = new();
    private readonly DataSet _data = Samples.Blobs();

    public PredictorTests()
    {
        Randomness.AtConstruction(0);
        SmallLoop.Fit(_model, _data.Split(0), new SmallSettings { Epochs = 20 }, new RunOptions { WriteRunFolder = false });
        _model.train();
    }

    [Fact]
    public void ItAnswersWithTheEncodingAndTheModeOfEvaluation()
    {
        using var predictor = Predictor.For(_model);
        using var scope = NewDisposeScope();
        var prediction = predictor.Predict(Row(7));
        var expected = Expected(_data.Inputs.narrow(0, 7, 1));
        Assert.Equal(expected[0].ToArray(), prediction.Probabilities.Values.ToArray());
        Assert.Equal(["0", "1", "2"], prediction.Probabilities.Keys);
        Assert.Equal(prediction.Probabilities.MaxBy(static pair => pair.Value).Key, prediction.Label);
        Assert.Equal(prediction.Probabilities[prediction.Label!], prediction.Probability);
        Assert.Equal(1, prediction.Probabilities.Values.Sum(), 12);
        Assert.Empty(prediction.Values);
    }

    [Fact]
    public void RowsTensorsAndFilesGiveTheSameAnswers()
    {
        using var predictor = Predictor.For(_model);
        using var scope = NewDisposeScope();
        float[][] rows = [.. Enumerable.Range(0, 150).Select(Row)];
        string?[] labels = [.. predictor.Predict(rows).Select(static prediction => prediction.Label)];
        Assert.InRange(labels.Where((label, i) => label == $"{i % 3}").Count(), 140, 150);
        Assert.Equal(labels, predictor.Predict(_data.Inputs).Select(static prediction => prediction.Label));
        Assert.Equal(labels[3], Assert.Single(predictor.Predict(_data.Inputs[3])).Label);
        Assert.Equal(labels, predictor.Predict(_data.Inputs.to(ScalarType.Float64)).Select(static prediction => prediction.Label));
        var csv = _folder.File("rows.csv");
        File.WriteAllLines(csv, rows.Select(static row => string.Join(',', row.Select(static value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))));
        Assert.Equal(labels, predictor.PredictFile(csv).Select(static prediction => prediction.Label));
        Assert.Empty(predictor.Predict(Array.Empty<float[]>()));
    }

    [Fact]
    public void MoreRowsThanOneBatchComeInOrder()
    {
        using var predictor = Predictor.For(_model);
        float[][] rows = [.. Enumerable.Range(0, 600).Select(static i => i % 150).Select(Row)];
        var predictions = predictor.Predict(rows);
        Assert.Equal(600, predictions.Count);
        Assert.Equal(predictions.Take(150).Select(static p => p.Label), predictions.Skip(450).Select(static p => p.Label));
    }

    [Fact]
    public void AThousandParallelPredictionsAreRightAndLeaveNoTensor()
    {
        const int Threads = 8;
        using var predictor = Predictor.For(_model);
        double[][] expected = [.. Enumerable.Range(0, 150).Select(i => predictor.Predict(Row(i)).Probabilities.Values.ToArray())];
        var before = LiveTensors.Count();
        var wrong = new ConcurrentQueue<int>();
        using var start = new Barrier(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(first => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = first; i < 1000; i += Threads)
            {
                if (!predictor.Predict(Row(i % 150)).Probabilities.Values.SequenceEqual(expected[i % 150]))
                {
                    wrong.Enqueue(i);
                }
            }
        }))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Assert.Empty(wrong);
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void WrongInputsAreRefusedWithWhatWasExpected()
    {
        using var predictor = Predictor.For(_model);
        using var scope = NewDisposeScope();
        Assert.Equal("expected 4 numbers ([4]), got 3", Message(() => predictor.Predict([1, 2, 3f])));
        Assert.Equal("input 1: expected 4 numbers ([4]), got 5", Message(() => predictor.Predict([new float[4], new float[5]])));
        Assert.StartsWith("value 2 is NaN", Message(() => predictor.Predict([1, 2, float.NaN, 4f])), StringComparison.Ordinal);
        Assert.StartsWith("input 1: value 0 is NaN", Message(() => predictor.Predict([new float[4], [float.PositiveInfinity, 0, 0, 0]])), StringComparison.Ordinal);
        Assert.Equal("expected a tensor of shape [4] or a batch of them, got [2, 5]", Message(() => predictor.Predict(torch.zeros(2, 5))));
        Assert.StartsWith("the input holds NaN", Message(() => predictor.Predict(torch.full([4], float.NaN))), StringComparison.Ordinal);
    }

    [Fact]
    public void AModelWithoutACardIsRefused()
    {
        using var model = new SmallNet();
        Assert.StartsWith("SmallNet has no card", Message(() => Predictor.For(model)), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutClassNamesTheAnswerIsNumbers()
    {
        _model.Card = _model.Card! with { ClassNames = [] };
        using var predictor = Predictor.For(_model);
        var prediction = predictor.Predict(Row(0));
        Assert.Equal(3, prediction.Values.Count);
        Assert.Null(prediction.Label);
        Assert.Null(prediction.Probability);
        Assert.Empty(prediction.Probabilities);
    }

    [Fact]
    public void ScoresBeyondTheNamesAreNumberedAndTooFewAreRefused()
    {
        _model.Card = _model.Card! with { ClassNames = ["a", "b"] };
        using (var predictor = Predictor.For(_model))
        {
            Assert.Equal(["a", "b", "2"], predictor.Predict(Row(0)).Probabilities.Keys);
        }
        _model.Card = _model.Card with { ClassNames = ["a", "b", "c", "d"] };
        using var short4 = Predictor.For(_model);
        Assert.Contains("answered [1, 3] where one score for each of 4 classes", Message(() => short4.Predict(Row(0))), StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenWeightsDoNotAnswer()
    {
        using (no_grad())
        {
            _model.parameters().First().fill_(float.NaN);
        }
        using var predictor = Predictor.For(_model);
        Assert.Contains("answered NaN", Message(() => predictor.Predict(Row(0))), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }

    private static string Message(Action action) => Assert.Throws<TrainException>(action).Message;

    private float[] Row(int index)
    {
        using var row = _data.Inputs[index];
        return row.data<float>().ToArray();
    }

    private double[][] Expected(Tensor raw)
    {
        var encoding = _model.Card!.Encoding;
        _model.eval();
        using var inference = inference_mode();
        var input = (raw - torch.tensor(encoding.Mean.ToArray(), dtype: ScalarType.Float32)) / torch.tensor(encoding.Scale.ToArray(), dtype: ScalarType.Float32);
        var probabilities = _model.call(input).to(ScalarType.Float64).softmax(1);
        return [.. Enumerable.Range(0, (int)raw.shape[0]).Select(row => probabilities[row].data<double>().ToArray())];
    }
}
