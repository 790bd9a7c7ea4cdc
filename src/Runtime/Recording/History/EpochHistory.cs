namespace TrainSdk.Recording.History;

/// <summary>A row of <c>epochs.csv</c>.</summary>
internal sealed record EpochHistory
{
    /// <summary>Epoch, from 0.</summary>
    public required int Epoch { get; init; }

    /// <summary>Optimizer steps done since the start of the run.</summary>
    public required long Step { get; init; }

    /// <summary>Learning rate of the epoch's last step.</summary>
    public required double Lr { get; init; }

    /// <summary>Loss and metrics while training; the loss includes smoothing.</summary>
    public required MeasuredRow Train { get; init; }

    /// <summary>Loss and metrics of the validation split; NaN without one.</summary>
    public required MeasuredRow Validation { get; init; }

    /// <summary>Mean of the gradient norms before clipping over the epoch's finite steps.</summary>
    public required double GradNorm { get; init; }

    /// <summary>Seconds for training and validation.</summary>
    public required double Seconds { get; init; }

    /// <summary>Training samples per second of training.</summary>
    public required double SamplesPerSecond { get; init; }

    /// <summary>
    /// Seconds of the epoch by what they went into (<c>data</c>, <c>forward</c>, …), from the columns <c>&lt;part&gt;_seconds</c>; empty in
    /// runs that have none.
    /// </summary>
    public required IReadOnlyDictionary<string, double> Times { get; init; }
}
