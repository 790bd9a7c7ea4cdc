using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Generated.Tests;

/// <summary>Objectives and metrics end at the same bits as the loop by hand, which calls torch's functions itself.</summary>
public sealed class ObjectiveTests
{
    private const double Lr = 1e-3;

    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };

    [Fact]
    public void Binary()
    {
        var weight = torch.tensor(new[] { 2.5f });
        var result = BinaryModel.Train(Samples.YesAndNo(), options: Quiet);
        Same(BinaryModel.Training.Description, result, Samples.YesAndNo(), new LoopParts
        {
            Criterion = (output, target) => binary_cross_entropy_with_logits(output, target.unsqueeze(1).to(ScalarType.Float32), pos_weights: weight),
        });
        Assert.Equal("accuracy", result.Test!.Value.Headline.Name);
        var card = ((ITrainedModel)result.Model).Card!;
        Assert.Equal((OutputKind.Binary, "low high"), (card.Output, string.Join(' ', card.ClassNames)));
    }

    [Fact]
    public void MultiLabel()
    {
        var weights = torch.tensor(new[] { 1.5f, 1, 0.5f });
        var result = MultiLabelModel.Train(Samples.Labels(), options: Quiet);
        Same(MultiLabelModel.Training.Description, result, Samples.Labels(), new LoopParts
        {
            Criterion = (output, target) => binary_cross_entropy_with_logits(output, target, pos_weights: weights),
            Metrics = static () => new MetricSet(new F1(), new Auroc()),
            MetricTarget = static target => target.gt(0.5),
        });
        Assert.Equal(["f1", "auroc"], result.Test!.Value.Metrics.Select(static metric => metric.Name));
        Assert.Equal(OutputKind.Labels, ((ITrainedModel)result.Model).Card!.Output);
    }

    [Fact]
    public void NextToken()
    {
        var result = NextTokenModel.Train(Samples.Tokens(), options: Quiet);
        Same(NextTokenModel.Training.Description, result, Samples.Tokens(), new LoopParts
        {
            WeightedCriterion = static (output, target) => (
                cross_entropy(output.reshape(-1, 7), target.flatten(), ignore_index: 0, reduction: nn.Reduction.Sum), target.ne(0).sum()),
            Metrics = static () => new MetricSet(new Perplexity()),
            MetricTarget = static target => target.where(target.ne(0), -100),
        });
        // Both are float32 sums over the tokens, in two orders: a perplexity of 8 differs by eight times what its logarithm does.
        Assert.Equal(result.Test!.Value.Loss, Math.Log(result.Test.Value.Of<Perplexity>().Value), 1e-6);
    }

    // A plain mean of the batches' means would weigh a short batch's tokens more.
    [Fact]
    public void NextToken_counts_every_token_once()
    {
        var model = NextTokenModel.Train(Samples.Tokens(), options: Quiet).Model;
        var split = Samples.Tokens().Test!;
        var whole = NextTokenModel.Training.Evaluate(model, split, Samples.Tokens().Encoding, 60);
        var parts = NextTokenModel.Training.Evaluate(model, split, Samples.Tokens().Encoding, 7);
        Assert.Equal(whole.Loss, parts.Loss, 1e-6);
        using var inference = inference_mode();
        var all = cross_entropy(model.call(split.Inputs).reshape(-1, 7), split.Targets.flatten(), ignore_index: 0);
        Assert.Equal(all.ToDouble(), parts.Loss, 1e-6);
    }

    [Fact]
    public void Metrics_decide_what_is_best_and_when_it_ends()
    {
        var data = Samples.Pictures();
        var result = MetricModel.Train(data, options: Quiet);
        Same(MetricModel.Training.Description, result, data, new LoopParts
        {
            Metrics = static () => new MetricSet(new Accuracy(), new F1(), new TopK(3)),
            EarlyStop = new EarlyStopping(2),
            Monitor = static validation => validation.Of<F1>(),
            Lr = static (_, _) => 0.05,
        }, epochs: 12);
        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        var best = result.History.MaxBy(static epoch => epoch.Validation.Of<F1>().Value)!;
        Assert.Equal(best.Epoch, result.BestEpoch);
        Assert.Equal(best.Validation, result.Validation);
    }

    [Fact]
    public void Validate_within_epochs()
    {
        var data = Samples.Pictures();
        var folder = Directory.CreateTempSubdirectory("trainsdk-").FullName;
        try
        {
            var options = new RunOptions { Device = "cpu", RunDirectory = folder };
            var result = ValidateModel.Train(data, options: options);
            Same(ValidateModel.Training.Description, result, data, new LoopParts
            {
                ValidateEverySteps = 3,
                EarlyStop = new EarlyStopping(4),
                Lr = static (_, _) => 0.05,
            }, epochs: 12);
            Assert.Equal(StopReason.EarlyStopped, result.StopReason);
            var rows = File.ReadAllLines(Path.Combine(folder, "validations.csv"));
            Assert.Equal("epoch,step,lr,val_loss,val_accuracy", rows[0]);
            Assert.Equal(["0,3", "0,4", "1,6", "1,8", "2,9", "2,12", "3,15", "3,16"], rows[1..9].Select(static row => string.Join(',', row.Split(',')[..2])));
            var losses = rows[1..].Select(static row => double.Parse(row.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(losses.Min(), result.Validation!.Value.Loss, 1e-12);
            Assert.True(Array.LastIndexOf(losses, losses.Min()) == losses.Length - 5, "four validations without a better one, then the end");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Same<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, FitResult<TModel> generated, DataSplits data, LoopParts parts, int epochs = 3)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new()
    {
        var byHand = AnyLoop.Fit(description, new TSettings(), epochs, Lr, seed: 0, batchSize: 64, data, Quiet, parts);
        Assert.Equal(byHand.History.Select(static epoch => (epoch.Train, epoch.Validation)), generated.History.Select(static epoch => (epoch.Train, epoch.Validation)));
        Assert.Equal(byHand.BestEpoch, generated.BestEpoch);
        Assert.Equal(byHand.Test, generated.Test);
        Weights.AssertSameBits(byHand.Model, generated.Model);
    }
}
