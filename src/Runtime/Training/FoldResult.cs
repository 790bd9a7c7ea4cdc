using TrainSdk.Metrics;
using TrainSdk.Recording;

namespace TrainSdk.Training;

/// <summary>What the training of one fold gave.</summary>
public sealed record FoldResult
{
    /// <summary>Fold, from 0.</summary>
    public required int Fold { get; init; }

    /// <summary>Samples that the weights learned from.</summary>
    public required long TrainSamples { get; init; }

    /// <summary>Samples of the fold itself, on which the best epoch was chosen and measured.</summary>
    public required long ValidationSamples { get; init; }

    /// <summary>Epoch of the measured weights, from 0; null where no epoch was finished.</summary>
    public required int? BestEpoch { get; init; }

    /// <summary>Why the training ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>Loss and metrics of the fold with the weights of its best epoch.</summary>
    public required Evaluation Validation { get; init; }

    /// <summary>The folder of the fold's run; null where none was written.</summary>
    public required RunFolder? RunFolder { get; init; }
}
