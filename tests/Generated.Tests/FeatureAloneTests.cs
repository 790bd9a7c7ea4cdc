using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Generated.Tests;

/// <summary>
/// Each feature alone ends at the same bits as the loop by hand with that one part exchanged, and at other bits than without it.
/// </summary>
public sealed class FeatureAloneTests
{
    private const double Lr = 1e-3;
    private const int Epochs = 3;

    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };
    private static readonly DataSplits Pictures = Samples.Pictures();

    [Fact]
    public void Classification() => Weights.AssertSameBits(
        Same(ClassificationModel.Training.Description, ClassificationModel.Train(Pictures, options: Quiet), new LoopParts()),
        PlainModel.Train(Pictures, options: Quiet).Model);

    [Fact]
    public void Adam() => Differs(Same(AdamModel.Training.Description, AdamModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Adam(parameters, weightDecay: 0.01, beta1: 0.8, beta2: 0.9, eps: 1e-6),
    }));

    [Fact]
    public void AdamW() => Differs(Same(AdamWModel.Training.Description, AdamWModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new AdamW(parameters, weightDecay: 0.1, beta1: 0.8, beta2: 0.9, eps: 1e-6),
    }));

    [Fact]
    public void Sgd() => Differs(Same(SgdModel.Training.Description, SgdModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Sgd(parameters, momentum: 0.8, nesterov: true, weightDecay: 0.01),
        Lr = static (_, _) => 0.05,
    }));

    [Fact]
    public void NAdam() => Differs(Same(NAdamModel.Training.Description, NAdamModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new NAdam(parameters, 0.1, beta1: 0.8, beta2: 0.9, eps: 1e-6, momentumDecay: 0.01, decoupled: true),
    }));

    [Fact]
    public void RAdam() => Differs(Same(RAdamModel.Training.Description, RAdamModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new RAdam(parameters, 0.1, beta1: 0.8, beta2: 0.9, eps: 1e-6, decoupled: true),
    }));

    [Fact]
    public void RmsProp() => Differs(Same(RmsPropModel.Training.Description, RmsPropModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new RmsProp(parameters, 0.01, alpha: 0.9, eps: 1e-3, momentum: 0.5, centered: true),
    }));

    [Fact]
    public void Adagrad() => Differs(Same(AdagradModel.Training.Description, AdagradModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Adagrad(parameters, 0.01, lrDecay: 0.1, initialSum: 0.1, eps: 1e-6),
    }));

    [Fact]
    public void Lion() => Differs(Same(LionModel.Training.Description, LionModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Lion(parameters, 0.1, beta1: 0.8, beta2: 0.95),
    }));

    [Fact]
    public void AdamW_with_amsgrad_and_without_decay_of_biases() => Same(
        AmsgradModel.Training.Description, AmsgradModel.Train(Pictures, options: Quiet), new LoopParts
        {
            Optimizer = static parameters => new AdamW(parameters.ExcludeBiasAndNorm(), beta2: 0.5, amsgrad: true),
        });

    [Fact]
    public void Sgd_with_dampening() => Same(DampeningModel.Training.Description, DampeningModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Sgd(parameters, dampening: 0.5),
        Lr = static (_, _) => 0.05,
    });

    [Fact]
    public void ParamGroup() => Differs(Same(ParamGroupModel.Training.Description, ParamGroupModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new AdamW(parameters.Group("_hidden", 0.1, weightDecay: 0).Group("_head", 2), weightDecay: 0.1),
    }));

    [Fact]
    public void ClipGradValue() => Differs(Same(ClipGradValueModel.Training.Description, ClipGradValueModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Norm = static gradients => gradients.ClipValue(0.01),
    }));

    [Fact]
    public void ClipGradNorm_by_the_largest_magnitude() => Differs(Same(
        ClipGradNormTypeModel.Training.Description, ClipGradNormTypeModel.Train(Pictures, options: Quiet), new LoopParts
        {
            Norm = static gradients => gradients.ClipNorm(0.02, double.PositiveInfinity),
        }));

    [Fact]
    public void Warmup() => Differs(Same(WarmupModel.Training.Description, WarmupModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, _) => step < 5 ? Lr * ((step + 1.0) / 5) : Lr,
    }));

    [Fact]
    public void Cosine() => Differs(Same(CosineModel.Training.Description, CosineModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => CosineCurve.At(Lr, 1e-4, (double)step / (Epochs * stepsPerEpoch)),
    }));

    [Fact]
    public void Linear() => Differs(Same(LinearModel.Training.Description, LinearModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => 1e-4 + ((Lr - 1e-4) * (1 - ((double)step / (Epochs * stepsPerEpoch)))),
    }));

    [Fact]
    public void CosineRestarts() => Differs(Same(
        CosineRestartsModel.Training.Description, CosineRestartsModel.Train(Pictures, options: Quiet), new LoopParts
        {
            Lr = static (step, _) => Lr * 0.5 * (1 + Math.Cos(Math.PI * (step < 2 ? step / 2.0 : step < 6 ? (step - 2) / 4.0 : (step - 6) / 8.0))),
        }));

    [Fact]
    public void OneCycle() => Differs(Same(OneCycleModel.Training.Description, OneCycleModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => OneCycleCurve.At(Lr, step, Epochs * stepsPerEpoch, 0.4, 25, 1e4, AnnealMode.Linear, true),
    }));

    [Fact]
    public void StepDecay() => Differs(Same(StepDecayModel.Training.Description, StepDecayModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, _) => Lr / (1L << (int)(step / 3)),
    }));

    [Fact]
    public void Milestones() => Differs(Same(MilestonesModel.Training.Description, MilestonesModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, _) => Lr * Math.Pow(0.1, step < 4 ? 0 : step < 9 ? 1 : 2),
    }));

    [Fact]
    public void Exponential() => Differs(Same(ExponentialModel.Training.Description, ExponentialModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => Lr * Math.Pow(0.5, (double)step / stepsPerEpoch),
    }));

    [Fact]
    public void Polynomial() => Differs(Same(PolynomialModel.Training.Description, PolynomialModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => 1e-4 + ((Lr - 1e-4) * Math.Pow(1 - ((double)step / (Epochs * stepsPerEpoch)), 2)),
    }));

    [Fact]
    public void ReduceLrOnPlateau()
    {
        var plateau = new LrPlateau(Lr, patience: 0, factor: 0.5, threshold: 0.3, cooldown: 1, minLr: 2e-4);
        var result = ReduceLrOnPlateauModel.Train(Pictures, options: Quiet);
        Same(ReduceLrOnPlateauModel.Training.Description, result, new LoopParts { Plateau = plateau }, epochs: 8);
        double[] rates = [.. result.History.Select(static epoch => epoch.Lr)];
        Assert.Equal(Lr, rates[0]);
        Assert.InRange(rates.Distinct().Count(), 3, 4);
        Assert.Equal(2e-4, rates[^1], 1e-18);
    }

    [Fact]
    public void Monitors()
    {
        var parts = new LoopParts
        {
            Lr = static (_, _) => 0.03,
            Plateau = new LrPlateau(0.03, 0, 0.5, 0.01, ThresholdMode.Absolute),
            EarlyStop = new EarlyStopping(3, 0.02),
            EarlyStopMinEpochs = 8,
            Monitor = static validation => validation.Of<Accuracy>(),
        };
        var result = MonitorModel.Train(Pictures, options: Quiet);
        Same(MonitorModel.Training.Description, result, parts, epochs: 14);
        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.InRange(result.History.Count, 8, 13);
        Assert.True(result.History[^1].Lr < 0.03);
        double[] accuracies = [.. result.History.Select(static epoch => epoch.Validation.Of<Accuracy>().Value)];
        Assert.Equal(Array.IndexOf(accuracies, accuracies.Max()), result.BestEpoch);
    }

    [Fact]
    public void A_run_of_least_epochs_goes_on_past_the_patience()
    {
        var early = MonitorModel.Train(Pictures, new MonitorModel.Hyperparameters { EarlyStopMinEpochs = 0 }, Quiet);
        var late = MonitorModel.Train(Pictures, new MonitorModel.Hyperparameters { EarlyStopMinEpochs = 13 }, Quiet);
        Assert.True(early.History.Count < 13);
        Assert.InRange(late.History.Count, 13, 14);
    }

    [Fact]
    public void ReduceLrOnPlateau_without_a_validation_split_is_refused() => Assert.Contains(
        "[ReduceLrOnPlateau] watches the validation",
        Assert.Throws<TrainException>(static () => ReduceLrOnPlateauModel.Train(Samples.Pictures(held: 0), options: Quiet)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ScaleLr() => Differs(Same(ScaleLrModel.Training.Description, ScaleLrModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (_, _) => Lr / 2,
    }));

    [Fact]
    public void LabelSmoothing() => Differs(Same(LabelSmoothingModel.Training.Description, LabelSmoothingModel.Train(Pictures, options: Quiet), new LoopParts
    {
        TrainingLoss = static (output, target) => cross_entropy(output, target, label_smoothing: 0.2),
    }));

    [Fact]
    public void ClipGradNorm() => Differs(Same(ClipGradNormModel.Training.Description, ClipGradNormModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Norm = static gradients => gradients.ClipNorm(0.3),
    }));

    [Fact]
    public void Amp() => Differs(Same(AmpModel.Training.Description, AmpModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Precision = new MixedPrecision { Device = DeviceType.CPU, Dtype = ScalarType.BFloat16 },
    }));

    [Fact]
    public void Amp_switched_off() => Weights.AssertSameBits(
        PlainModel.Train(Pictures, options: Quiet).Model,
        AmpModel.Train(Pictures, new AmpModel.Hyperparameters { Amp = AmpMode.Off }, Quiet).Model);

    [Fact]
    public void Accumulate() => Same(
        AccumulateModel.Training.Description, AccumulateModel.Train(Pictures, options: Quiet), new LoopParts { Accumulate = 5 }, batchSize: 16);

    [Fact]
    public void Accumulate_one() => Weights.AssertSameBits(
        PlainModel.Train(Pictures, options: Quiet).Model,
        AccumulateModel.Train(Pictures, new AccumulateModel.Hyperparameters { Accumulate = 1, BatchSize = 64 }, Quiet).Model);

    [Fact]
    public void EarlyStop()
    {
        var result = EarlyStopModel.Train(Pictures, options: Quiet);
        Same(EarlyStopModel.Training.Description, result, new LoopParts { EarlyStop = new EarlyStopping(2, 0.05), Lr = static (_, _) => 0.05 }, epochs: 12);
        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.InRange(result.History.Count, 3, 11);
    }

    [Fact]
    public void EarlyStop_is_resumed_with_more_patience_alone()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            EarlyStopModel.Train(Pictures, options: Quiet with { WriteRunFolder = true, RunDirectory = folder }).Model.Dispose();
            var error = Assert.Throws<TrainException>(() => EarlyStopModel.Resume(folder, Pictures));
            Assert.EndsWith("with its patience used up; give it more, such as --early-stop 4", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void EarlyStop_without_a_validation_split_is_refused() => Assert.Contains(
        "validation split",
        Assert.Throws<TrainException>(static () => EarlyStopModel.Train(Samples.Pictures(held: 0), options: Quiet)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void OwnLoss()
    {
        var result = OwnLossModel.Train(Pictures, options: Quiet);
        Differs(result.Model);
        Assert.Equal(Evaluation.LossName, result.Test!.Value.Headline.Name);
    }

    [Fact]
    public void Regression()
    {
        var parts = new LoopParts
        {
            Criterion = static (output, target) => mse_loss(output, target.squeeze(1)),
            Metrics = static () => new MetricSet(new MeanAbsoluteError()),
        };
        var result = RegressionModel.Train(Samples.Rows(), options: Quiet);
        Same(RegressionModel.Training.Description, result, parts, data: Samples.Rows());
        Assert.Equal("mae", result.Test!.Value.Headline.Name);
    }

    private static TModel Same<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, FitResult<TModel> generated, LoopParts parts, int epochs = Epochs, DataSplits? data = null,
        int batchSize = 64)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new()
    {
        var byHand = AnyLoop.Fit(description, new TSettings(), epochs, Lr, seed: 0, batchSize, data ?? Pictures, Quiet, parts);
        Assert.Equal(byHand.History.Count, generated.History.Count);
        Assert.Equal(byHand.BestEpoch, generated.BestEpoch);
        Assert.Equal(byHand.Test, generated.Test);
        Weights.AssertSameBits(byHand.Model, generated.Model);
        return generated.Model;
    }

    private static void Differs(nn.Module model)
    {
        var plain = PlainModel.Train(Pictures, options: Quiet).Model;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Weights.AssertSameBits(plain, model));
    }
}
