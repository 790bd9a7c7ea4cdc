using TrainSdk.Metrics;

namespace TrainSdk.Recording;

/// <summary>What one epoch did.</summary>
public sealed record EpochSummary
{
    /// <summary>Epoch, from 0.</summary>
    public required int Epoch { get; init; }

    /// <summary>Optimizer steps done since the start of the run.</summary>
    public required long Step { get; init; }

    /// <summary>Learning rate of the epoch's last step.</summary>
    public required double Lr { get; init; }

    /// <summary>
    /// Loss and metrics while training; the loss includes smoothing and is therefore not compared with validation by number.
    /// </summary>
    public required Evaluation Train { get; init; }

    /// <summary>Loss and metrics of the validation split; <see cref="Evaluation.None"/> without one.</summary>
    public required Evaluation Validation { get; init; }

    /// <summary>Mean of the gradient norms before clipping over the epoch's finite steps.</summary>
    public required double GradNorm { get; init; }

    /// <summary>Seconds for training and validation.</summary>
    public required double Seconds { get; init; }

    /// <summary>Training samples per second of training, validation not counted.</summary>
    public required double SamplesPerSecond { get; init; }

    /// <summary>What the seconds went into.</summary>
    public EpochTimes Times { get; init; }

    /// <summary>The validation loss as what decides on the best weights.</summary>
    internal MetricValue ValidationLoss => new(Evaluation.LossName, Validation.Loss, IsHigherBetter: false);

    /// <summary>
    /// First optimizer step whose gradient was NaN or infinite since the start of the run; null while there was none. Its update was left
    /// out.
    /// </summary>
    public required long? FirstBadStep { get; init; }
}
