namespace TrainSdk.Metrics;

/// <summary>What a model's scores decide between.</summary>
internal enum ScoreKind
{
    /// <summary>One of several classes, by the highest score.</summary>
    Classes,

    /// <summary>Yes or no, by the sign of the one score.</summary>
    Binary,

    /// <summary>Yes or no for each of several labels, by the signs of their scores.</summary>
    Labels,
}
