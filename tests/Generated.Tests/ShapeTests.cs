using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Shapes;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Metrics;
using TrainSdk.Serving;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Generated.Tests;

/// <summary>Models of other shapes than one tensor to one tensor end at the bits of a loop by hand, load, and answer.</summary>
public sealed class ShapeTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private RunOptions Options => new() { Device = "cpu", RunDirectory = _folder };

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Two_inputs()
    {
        static Tensor Loss(TwoInputsModel model, Batch batch) => cross_entropy(model.call(batch.Inputs[0], batch.Inputs[1]), batch.Target);
        var data = ShapeSamples.PicturesAndRows();
        var result = TwoInputsModel.Train(data, options: Options);
        Same(static () => TwoInputsModel.Training.Build(new()), result, data, Loss, epochs: 3, batchSize: 32, lr: 1e-2);
        Assert.True(result.Test!.Value.Of<Accuracy>().Value > 0.5);

        using var loaded = TwoInputsModel.Load(_folder);
        Weights.AssertSameBits(result.Model, loaded);
        using var predictor = Predictor.For(loaded);
        var answers = predictor.Predict(data.Test!.AllInputs);
        Assert.Equal(result.Test!.Value.Of<Accuracy>().Value, ShareRight(answers, data.Test), 12);
        Assert.Equal(answers[3].Label, Assert.Single(predictor.Predict([data.Test.AllInputs[0][3], data.Test.AllInputs[1][3]])).Label);
    }

    [Fact]
    public void Two_inputs_by_the_command_line()
    {
        static DataSplits Load(TwoInputsModel.Hyperparameters settings) => ShapeSamples.PicturesAndRows();
        Assert.Equal(0, TwoInputsModel.RunCommandLine(["--epochs", "1", "--run-dir", _folder, "--device", "cpu", "--threads", "1"], Load));
        Assert.Equal(0, TwoInputsModel.RunCommandLine(["evaluate", _folder, "--device", "cpu", "--threads", "1"], Load));
        Assert.Equal(1, TwoInputsModel.RunCommandLine(["predict", "1,2,3", "--run", _folder, "--threads", "1"], Load));
    }

    [Fact]
    public void A_row_alone_is_no_input_of_two()
    {
        var result = TwoInputsModel.Train(ShapeSamples.PicturesAndRows(), new() { Epochs = 1 }, new() { Device = "cpu", WriteRunFolder = false });
        using var predictor = Predictor.For(result.Model);
        Complains("takes 2 inputs", () => predictor.Predict(new float[64]));
        Complains("takes 2 inputs, got 1", () => predictor.Predict([zeros(1, 8, 8)]));
        Complains("2 and 1 samples", () => predictor.Predict([zeros(2, 1, 8, 8), zeros(1, 4)]));
        Complains("shape [4]", () => predictor.Predict([zeros(1, 8, 8), zeros(5)]));
    }

    [Fact]
    public void Data_of_another_number_of_inputs_are_refused()
    {
        Complains("TwoInputsModel.forward takes 2 inputs, and the data have 1", () => TwoInputsModel.Train(ShapeSamples.Pictures(), options: Options));
        Complains("LstmModel.forward takes 1 input, and the data have 2", () => LstmModel.Train(ShapeSamples.PicturesAndRows(), options: Options));
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void A_tuple()
    {
        static Tensor Loss(TupleModel model, Batch batch)
        {
            var (mean, logSpread) = model.call(batch.Input);
            return (logSpread + (((batch.Target - mean) / logSpread.exp()).square() / 2)).mean();
        }
        var data = ShapeSamples.Rows();
        var result = TupleModel.Train(data, options: Options);
        Same(static () => TupleModel.Training.Build(new()), result, data, Loss, epochs: 3, batchSize: 32);
        using var predictor = Predictor.For(TupleModel.Load(_folder));
        var errors = predictor.Predict(data.Test!.Inputs)
            .Select((answer, row) => Math.Abs(Assert.Single(answer.Values) - data.Test.Targets.data<float>()[row]));
        Assert.Equal(result.Test!.Value.Of<MeanAbsoluteError>().Value, errors.Average(), 6);
    }

    [Fact]
    public void A_tuple_without_scores_trains_and_says_why_it_cannot_predict()
    {
        var data = ShapeSamples.Rows();
        var result = UnscoredModel.Train(data, options: Options);
        Same(static () => UnscoredModel.Training.Build(new()), result, data, static (model, batch) => mse_loss(model.call(batch.Input).Item1, batch.Target), epochs: 1, batchSize: 64);
        Assert.Empty(result.Test!.Value.Metrics);
        using var predictor = Predictor.For(UnscoredModel.Load(_folder));
        Complains("Scores", () => predictor.Predict(new float[4]));
    }

    // In bfloat16 and over windows of two batches: the loop by hand is that of another test, here the parts must fit together.
    [Fact]
    public void A_record()
    {
        var data = Samples.Pictures();
        var result = RecordModel.Train(data, new() { Epochs = 8, Lr = 1e-2 }, Options);
        Assert.Equal(result.Validation, result.History[result.BestEpoch!.Value].Validation);
        Assert.InRange(result.Test!.Value.Of<Accuracy>().Value, 0.6, 1);
        using var predictor = Predictor.For(RecordModel.Load(_folder));
        Assert.InRange(ShareRight(predictor.Predict(data.Test!.Inputs), data.Test), 0.6, 1);
    }

    [Fact]
    public void An_LSTM()
    {
        var data = ShapeSamples.Pictures();
        var result = LstmModel.Train(data, options: Options);
        Same(static () => LstmModel.Training.Build(new()), result, data, static (model, batch) => cross_entropy(model.call(batch.Input), batch.Target), 2, 32);
        Weights.AssertSameBits(result.Model, LstmModel.Load(_folder));
    }

    [Fact]
    public void A_GRU_of_two_directions()
    {
        var data = ShapeSamples.Pictures();
        var result = GruModel.Train(data, options: Options);
        var byHand = ForwardLoop.Fit(
            static () => GruModel.Training.Build(new()), data, 2, 32, static (model, batch) => cross_entropy(model.call(batch.Input), batch.Target),
            norm: static gradients => gradients.ClipNorm(1));
        Weights.AssertSameBits(byHand, result.Model);
        Weights.AssertSameBits(result.Model, GruModel.Load(_folder));
    }

    [Fact]
    public void Tied_weights()
    {
        var data = ShapeSamples.Words();
        var result = TiedModel.Train(data, options: Options);
        Same(static () => TiedModel.Training.Build(new()), result, data, static (model, batch) => cross_entropy(model.call(batch.Input), batch.Target), 3, 32, lr: 1e-2);
        Assert.Equal(3, TrainSdk.Optim.TrainableParameters.Of(result.Model).Values.Count);
        using var loaded = TiedModel.Load(_folder);
        Assert.True(result.Model.IsTied);
        Assert.True(loaded.IsTied);
        Weights.AssertSameBits(result.Model, loaded);
        var again = TiedModel.Train(loaded, data, new() { Epochs = 1, Lr = 1e-2 }, new() { Device = "cpu", WriteRunFolder = false });
        Assert.True(again.Model.IsTied);
    }

    [Fact]
    public void Buffers()
    {
        var data = ShapeSamples.Pictures();
        var result = BuffersModel.Train(data, options: Options);
        Same(static () => BuffersModel.Training.Build(new()), result, data, static (model, batch) => cross_entropy(model.call(batch.Input), batch.Target), 2, 32);
        Assert.Equal(2 * data.Train.Count, result.Model.Seen);
        Assert.Equal(["_head.weight", "_head.bias", "Shift.weight", "Shift.bias", "_seen"], result.Model.state_dict().Keys.Order(StringComparer.Ordinal).OrderBy(Rank));
        using var loaded = BuffersModel.Load(_folder);
        Assert.Equal(2 * data.Train.Count, loaded.Seen);
        using var input = ones(2, 1, 8, 8);
        Assert.True(result.Model.call(input).bytes.SequenceEqual(loaded.call(input).bytes));

        static int Rank(string name) => Array.IndexOf(["_head.weight", "_head.bias", "Shift.weight", "Shift.bias", "_seen"], name);
    }

    [Fact]
    public void Nested_classes()
    {
        var data = ShapeSamples.Pictures();
        var first = NestedModels.Inner.Train(data, options: Options);
        var second = NestedModels.Deeper.Inner.Train(data, options: new() { Device = "cpu", WriteRunFolder = false });
        Same(static () => NestedModels.Inner.Training.Build(new()), first, data, static (model, batch) => cross_entropy(model.call(batch.Input), batch.Target), 1, 64);
        Weights.AssertSameBits(first.Model, second.Model);
        Weights.AssertSameBits(first.Model, NestedModels.Inner.Load(_folder));
    }

    private static void Same<TModel>(
        Func<TModel> build, FitResult<TModel> generated, DataSplits data, Func<TModel, Batch, Tensor> loss, int epochs, int batchSize, double lr = 1e-3)
        where TModel : nn.Module, ITrainedModel
    {
        var byHand = ForwardLoop.Fit(build, data, epochs, batchSize, loss, lr);
        Weights.AssertSameBits(byHand, generated.Model);
        Assert.Equal(ForwardLoop.Mean(byHand, data.Test!, data.Encoding, loss), generated.Test!.Value.Loss, 1e-5);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Weights.AssertSameBits(build(), generated.Model));
    }

    private static double ShareRight(IReadOnlyList<Prediction> answers, DataSet data) =>
        answers.Select((answer, row) => answer.Label == data.ClassNames[(int)data.Targets.data<long>()[row]] ? 1.0 : 0).Average();

    private static void Complains(string words, Action act) =>
        Assert.Contains(words, Assert.Throws<TrainException>(act).Message, StringComparison.Ordinal);
}
