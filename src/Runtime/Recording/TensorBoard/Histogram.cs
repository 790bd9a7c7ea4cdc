namespace TrainSdk.Recording.TensorBoard;

/// <summary>How values are spread.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The largest.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="SumOfSquares">The sum of their squares.</param>
/// <param name="Limits">The upper end of each bucket, ascending.</param>
/// <param name="Counts">How many values lie in each bucket.</param>
internal sealed record Histogram(
    double Min, double Max, double Sum, double SumOfSquares, IReadOnlyList<double> Limits, IReadOnlyList<double> Counts);
