namespace TrainSdk.Rules;

/// <summary>What a broken rule means.</summary>
internal enum Severity
{
    /// <summary>Nothing: the rule does not apply at this time.</summary>
    None,

    /// <summary>Said once; training goes on.</summary>
    Warning,

    /// <summary>Refused.</summary>
    Error,
}
