using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Metrics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>Every kind of feature at once.</summary>
[Hyperparams(Lr = 0.05, BatchSize = 16, Epochs = 4, Seed = 7, SplitSeed = 3)]
[Classification, Metric<F1>, Metric<TopK>(3)]
[AdamW(WeightDecay = 0.01, ExcludeBiasAndNorm = true), ParamGroup("backbone", LrScale = 0.1)]
[ScaleLr(BaseBatchSize = 128, Rule = ScaleRule.SquareRoot), Warmup(Fraction = 0.25), Cosine(MinLr = 1e-4)]
[ReduceLrOnPlateau(1, Factor = 0.5)]
[LabelSmoothing(0.1)]
[Amp, Accumulate(4), ClipGradNorm(0.5)]
[Ema(0.9), Freeze("backbone", UntilEpoch = 1)]
[Validate(EverySteps = 3), EarlyStop(5, Monitor = typeof(F1))]
public sealed partial class MaximalModel : Module<Tensor, Tensor>
{
    private readonly Sequential backbone;
    private readonly Linear head;

    /// <param name="hidden">Units of the hidden layer.</param>
    /// <param name="dropout">Share of hidden units left out while training.</param>
    public MaximalModel(int hidden = 48, double dropout = 0.2)
        : base(nameof(MaximalModel))
    {
        backbone = Sequential(("fc", Linear(64, hidden)), ("norm", BatchNorm1d(hidden)), ("act", ReLU()), ("drop", Dropout(dropout)));
        head = Linear(hidden, 10);
    }

    public override Tensor forward(Tensor input) => head.call(backbone.call(input.flatten(1)));
}
