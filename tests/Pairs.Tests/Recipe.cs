using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Pairs.Tests;

/// <summary>What a loop by hand does; every part changes what is its own.</summary>
internal sealed record Recipe
{
    public const double Lr = 0.01;
    public const int BatchSize = 8;
    public const int Epochs = 4;

    public required Func<Tensor, Tensor, Tensor> Criterion { get; init; }

    public Func<Tensor, Tensor, Tensor>? TrainingLoss { get; init; }

    public required Func<IMetric?> Metric { get; init; }

    public Func<TrainableParameters, IOptimizer> Optimizer { get; init; } = static parameters => new Adam(parameters);

    /// <summary>The parameters as the optimizer is given them.</summary>
    public Func<TrainableParameters, TrainableParameters> Groups { get; init; } = static parameters => parameters;

    public long WarmupSteps { get; init; }

    /// <summary>The rate from the warmup's end on: (rate, step, first step, steps in all).</summary>
    public Func<double, long, long, long, double> Anneal { get; init; } = static (lr, _, _, _) => lr;

    public int Accumulate { get; init; } = 1;

    public MixedPrecision Precision { get; init; } = MixedPrecision.Off;

    public Func<Gradients, GradientNorm> Norm { get; init; } = static gradients => gradients.Norm();

    public Func<EarlyStopping>? EarlyStop { get; init; }

    public static Recipe Of(TargetKind target) => target switch
    {
        TargetKind.Values => new() { Criterion = static (output, target) => mse_loss(output, target), Metric = static () => new MeanAbsoluteError() },
        _ => new() { Criterion = static (output, target) => cross_entropy(output, target), Metric = static () => new Accuracy() },
    };

    /// <summary>The rate of a step of a run.</summary>
    public double RateAt(long step, long stepsPerEpoch)
    {
        var total = Epochs * stepsPerEpoch;
        var warmup = Math.Min(WarmupSteps, total);
        return step < warmup ? Lr * ((step + 1.0) / warmup) : Anneal(Lr, step, warmup, total);
    }
}
