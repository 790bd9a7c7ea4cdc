namespace TrainSdk.Inspection;

/// <summary>The values of one column or channel over a split.</summary>
/// <param name="Name">What the column or channel is called.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation.</param>
internal sealed record ValueRange(string Name, double Low, double High, double Mean, double Deviation)
{
    /// <summary>Whether all values are one.</summary>
    public bool IsConstant => Low == High;
}
