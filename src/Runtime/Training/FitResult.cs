using TrainSdk.Metrics;
using TrainSdk.Recording;

namespace TrainSdk.Training;

/// <summary>What a run gave.</summary>
/// <typeparam name="TModel">The model class.</typeparam>
public sealed record FitResult<TModel>
{
    /// <summary>The trained model with its best weights, in evaluation mode.</summary>
    public required TModel Model { get; init; }

    /// <summary>Epoch of these weights, from 0; null where no epoch was finished, and where they are an average over epochs.</summary>
    public required int? BestEpoch { get; init; }

    /// <summary>One summary per epoch.</summary>
    public required IReadOnlyList<EpochSummary> History { get; init; }

    /// <summary>Why the run ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>Loss and metrics of the validation split with these weights; null without one.</summary>
    public required Evaluation? Validation { get; init; }

    /// <summary>Loss and metrics of the test split with these weights, looked at once; null without one.</summary>
    public required Evaluation? Test { get; init; }

    /// <summary>The run's folder; null where none was written.</summary>
    public required RunFolder? RunFolder { get; init; }

    /// <summary>Where training broke down; null unless it ended with <see cref="StopReason.Diverged"/>.</summary>
    public Divergence? Divergence { get; init; }
}
