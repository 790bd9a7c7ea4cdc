namespace TrainSdk.Benchmarks.Kills;

/// <summary>What a process was at when it was killed, as far as its files tell.</summary>
internal enum KillPlace
{
    /// <summary>The run had no checkpoint yet, so that nothing was earned.</summary>
    BeforeTheFirstCheckpoint,

    /// <summary><c>best.safetensors.next</c> was there, and no checkpoint names it yet.</summary>
    BestWeights,

    /// <summary><c>last.safetensors.tmp</c> was there.</summary>
    LastCheckpoint,

    /// <summary><c>last.safetensors</c> was renamed, and the best weights that it names were not.</summary>
    BetweenTheRenames,

    /// <summary>Another file of the run, such as <c>config.json.tmp</c>, was there.</summary>
    OtherFile,

    /// <summary>No file was being replaced: the next step was computed, or a table written.</summary>
    BetweenWrites,
}
