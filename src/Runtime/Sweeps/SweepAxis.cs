namespace TrainSdk.Sweeps;

/// <summary>The values that one setting takes in a sweep, as invariant text.</summary>
/// <param name="Setting">Name of the setting.</param>
internal abstract record SweepAxis(string Setting)
{
    /// <summary>All values, where they can be counted out; null for a range with too many.</summary>
    public abstract IReadOnlyList<string>? Values { get; }

    /// <summary>What the rules must allow: every value of a list, both ends of a range.</summary>
    public abstract IReadOnlyList<string> Edges { get; }

    /// <summary>As it can be typed.</summary>
    public abstract string Text { get; }

    /// <summary>The value below which a share of all draws lies: the inverse of the distribution.</summary>
    /// <param name="share">0 to below 1.</param>
    public abstract string At(double share);
}
