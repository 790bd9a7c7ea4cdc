namespace TrainSdk.Reports.Charts;

/// <summary>The page's colours, <c>--c0</c> and on in its style sheet.</summary>
internal static class Palette
{
    /// <summary>How many there are that are easy to tell apart.</summary>
    public const int Colours = 8;
}
