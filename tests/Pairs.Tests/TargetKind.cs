namespace TrainSdk.Pairs.Tests;

/// <summary>What the samples' targets are.</summary>
internal enum TargetKind
{
    /// <summary>A class index.</summary>
    Classes,

    /// <summary>Three numbers.</summary>
    Values,

    /// <summary>0 or 1.</summary>
    Binary,

    /// <summary>Three times 0 or 1.</summary>
    Labels,

    /// <summary>A token for each of the input's.</summary>
    Tokens,
}
