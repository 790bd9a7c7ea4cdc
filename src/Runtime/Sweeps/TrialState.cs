using System.Text.Json.Serialization;

namespace TrainSdk.Sweeps;

/// <summary>How a trial stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrialState>))]
internal enum TrialState
{
    /// <summary>All epochs were done.</summary>
    Completed,

    /// <summary><c>[EarlyStop]</c> ended it.</summary>
    EarlyStopped,

    /// <summary>The sweep ended it, since it fell behind the others.</summary>
    Pruned,

    /// <summary>A gradient became NaN or infinite.</summary>
    Diverged,

    /// <summary>It could not be trained; it is tried again where the sweep goes on.</summary>
    Failed,

    /// <summary>It was interrupted; it is resumed where the sweep goes on.</summary>
    Interrupted,
}
