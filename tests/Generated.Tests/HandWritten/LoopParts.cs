using TrainSdk.Augmentation;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>What one attribute changes in the loop, for <see cref="AnyLoop"/>.</summary>
internal sealed record LoopParts
{
    /// <summary>An epoch's batches in place of the loader's.</summary>
    public Func<int, IEnumerable<Batch>>? Batches { get; init; }

    public BatchMixing? Mixing { get; init; }

    public Func<TrainableParameters, IOptimizer> Optimizer { get; init; } = static parameters => new Adam(parameters);

    public Func<MetricSet?> Metrics { get; init; } = static () => new MetricSet(new Accuracy());

    public Func<Tensor, Tensor, Tensor> Criterion { get; init; } = static (output, target) => nn.functional.cross_entropy(output, target);

    public Func<Tensor, Tensor, Tensor>? TrainingLoss { get; init; }

    /// <summary>A criterion as a sum and what it is divided by, in place of the others.</summary>
    public Func<Tensor, Tensor, (Tensor Sum, Tensor Weight)>? WeightedCriterion { get; init; }

    public Func<Tensor, Tensor> MetricTarget { get; init; } = static target => target;

    public Func<Gradients, GradientNorm> Norm { get; init; } = static gradients => gradients.Norm();

    public MixedPrecision Precision { get; init; } = MixedPrecision.Off;

    public int Accumulate { get; init; } = 1;

    public long? ValidateEverySteps { get; init; }

    public Func<long, long, double>? Lr { get; init; }

    public EarlyStopping? EarlyStop { get; init; }

    public int EarlyStopMinEpochs { get; init; }

    public LrPlateau? Plateau { get; init; }

    /// <summary>What best weights, early stopping and the plateau watch.</summary>
    public Func<Evaluation, MetricValue> Monitor { get; init; } =
        static validation => new MetricValue(Evaluation.LossName, validation.Loss, IsHigherBetter: false);

    public WeightsByHand? Weights { get; init; }
}
