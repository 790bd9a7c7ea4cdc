namespace TrainSdk.Data;

/// <summary>What is done about a value that is missing in a table.</summary>
public enum OnMissingValue
{
    /// <summary>The file is refused, with the line and the column.</summary>
    Refuse,

    /// <summary>
    /// A missing number counts as the mean of the training split's, which is 0 after normalising; a missing text is a category of its own.
    /// </summary>
    Fill,
}
