using TrainSdk.Data;
using TrainSdk.Optim;
using TrainSdk.Precision;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>What a loop by hand does; every part changes what is its own.</summary>
internal sealed record Recipe
{
    public const double Lr = 0.01;
    public const int BatchSize = 8;
    public const int Epochs = 4;

    /// <summary>The loss from output, target and label smoothing.</summary>
    public required Func<Tensor, Tensor, double, (Tensor Loss, Tensor? Weight)> Criterion { get; init; }

    /// <summary>The training loss's label smoothing.</summary>
    public double Smoothing { get; init; }

    /// <summary>What changes training images, in this order.</summary>
    public IReadOnlyList<IAugmentation> Augmentations { get; init; } = [];

    /// <summary>How inputs become numbers, from the measured encoding.</summary>
    public Func<InputEncoding, InputEncoding> Encode { get; init; } = static encoding => encoding;

    /// <summary>α of the shares by which samples are added; 0 for none.</summary>
    public double MixUp { get; init; }

    /// <summary>α of the shares of images with a part of another; 0 for none.</summary>
    public double CutMix { get; init; }

    public Func<TrainableParameters, IOptimizer> Optimizer { get; init; } = static parameters => new Adam(parameters);

    /// <summary>Rates of some of the parameters.</summary>
    public Func<TrainableParameters, TrainableParameters> Group { get; init; } = static parameters => parameters;

    /// <summary>Samples per step that the rate is meant for, by the square root; 0 for any.</summary>
    public int BaseBatch { get; init; }

    public long WarmupSteps { get; init; }

    /// <summary>The rate from the warmup's end on: (rate, step, first step, steps in all).</summary>
    public Func<double, long, long, long, double> Anneal { get; init; } = static (lr, _, _, _) => lr;

    public Func<double, LrPlateau>? Plateau { get; init; }

    public int Accumulate { get; init; } = 1;

    public MixedPrecision Precision { get; init; } = MixedPrecision.Off;

    public Func<Gradients, GradientNorm> Norm { get; init; } = static gradients => gradients.Norm();

    public Func<EarlyStopping>? EarlyStop { get; init; }

    /// <summary>Validations within epochs; 0 for none.</summary>
    public int ValidateEverySteps { get; init; }

    /// <summary>The decay of a moving average whose weights are validated; 0 for none.</summary>
    public double Ema { get; init; }

    public bool IsSwa { get; init; }

    /// <summary>Epochs in which the backbone does not learn.</summary>
    public int FrozenEpochs { get; init; }

    public bool IsPretrained { get; init; }

    public static Recipe Of(TargetKind target) => new() { Criterion = Criteria.Of(target) };

    /// <summary>The rate that the schedule starts from.</summary>
    public double BaseRate => BaseBatch == 0 ? Lr : Lr * Math.Sqrt((double)(BatchSize * Accumulate) / BaseBatch);

    /// <summary>The rate of a step of a run.</summary>
    public double RateAt(long step, long stepsPerEpoch) => IsSwa
        ? SwaByHand.RateAt(at => Schedule(at, stepsPerEpoch), step, stepsPerEpoch)
        : Schedule(step, stepsPerEpoch);

    private double Schedule(long step, long stepsPerEpoch)
    {
        var total = Epochs * stepsPerEpoch;
        var warmup = Math.Min(WarmupSteps, total);
        return step < warmup ? BaseRate * ((step + 1.0) / warmup) : Anneal(BaseRate, step, warmup, total);
    }
}
