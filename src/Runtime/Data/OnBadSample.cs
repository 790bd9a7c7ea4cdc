namespace TrainSdk.Data;

/// <summary>What is done about a sample that cannot be read.</summary>
public enum OnBadSample
{
    /// <summary>The run ends with an error that names the sample.</summary>
    Fail,

    /// <summary>The sample is left out of its batch; it is counted and listed.</summary>
    Skip,
}
