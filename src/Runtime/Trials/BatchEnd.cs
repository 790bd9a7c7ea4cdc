namespace TrainSdk.Trials;

/// <summary>Why no larger batch was tried.</summary>
internal enum BatchEnd
{
    /// <summary>The largest that was asked for fits.</summary>
    Most,

    /// <summary>A larger one would hold more samples than the training split.</summary>
    Samples,

    /// <summary>The next would take more memory than there is.</summary>
    Forecast,

    /// <summary>The next did not fit.</summary>
    OutOfMemory,

    /// <summary>The caller asked for it.</summary>
    Canceled,
}
