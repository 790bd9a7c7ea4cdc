using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus;

public enum Kind { Plain, Other = 4 }

/// <summary>Every kind of argument that an attribute can have.</summary>
[Hyperparams(Lr = 3e-3, BatchSize = 32, Epochs = 20, Seed = 5L, SplitSeed = 7), Classification, Obsolete("old", error: false)]
[Metric<F1>, Metric<TopK>(3), Normalize, RandomCrop(4), Flip, RandAugment(Strength = 7), CutMix(0.5)]
[AdamW(WeightDecay = 0.01, ExcludeBiasAndNorm = true), ParamGroup("_head", LrScale = 0.5), ParamGroup("Body", WeightDecay = 0)]
[ScaleLr(Rule = ScaleRule.SquareRoot), Warmup(Fraction = 0.1), Cosine(MinLr = 1e-5)]
[StepDecay(Milestones = new double[] { 10, 20.5 }), ReduceLrOnPlateau(2, Monitor = typeof(TrainSdk.Metrics.Accuracy))]
[LabelSmoothing(amount: 0.2), Amp(AmpMode.Bf16), Accumulate(4), ClipGradNorm(2), Ema(0.99), Pretrained("Body", "body.pt")]
[Freeze("Body", UntilEpoch = 2), Validate(EverySteps = 100), EarlyStop(12, MinDelta = 1e-3, Monitor = typeof(F1)), OnDivergence]
public sealed partial class MyModel : Module<Tensor, Tensor>
{
    private readonly Linear _head;

    [field: TorchSharp.Utils.ComponentName(Name = "body")]
    public Sequential Body { get; }

    /// <summary>A model.</summary>
    /// <param name="width">Units of the <see cref="Body"/>.</param>
    /// <param name="dropout">A share.</param>
    /// <param name="kind">Which.</param>
    /// <param name="text">Some <c>text</c>.</param>
    public MyModel(int width = 3, double dropout = 0.1, Kind kind = Kind.Other, string text = "a\"b", float scale = 1e-3f, bool deep = true)
        : base("model")
    {
        Body = Sequential(Conv2d(3, width, 3), BatchNorm2d(width), Dropout(dropout), ReLU(), Conv2d(width, width, 3, bias: false));
        _head = Linear(4, width);
        RegisterComponents();
    }

    public IEnumerable<Parameter> Head() => _head.parameters();

    public override Tensor forward(Tensor input) => functional.softmax(_head.call(Body.call(input).flatten(1)), 1);
}
