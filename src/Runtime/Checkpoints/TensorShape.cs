namespace TrainSdk.Checkpoints;

/// <summary>Checks the shape of a tensor that a file describes, before torch multiplies its sizes without looking.</summary>
internal static class TensorShape
{
    private const int MostDimensions = 64;

    /// <summary>Number of elements; throws <see cref="FormatException"/> for a shape that no tensor has.</summary>
    /// <param name="name">What has the shape, for the error.</param>
    /// <param name="shape">The sizes.</param>
    public static long Elements(string name, long[] shape)
    {
        if (shape.Length > MostDimensions)
        {
            throw new FormatException($"{name} has {shape.Length} dimensions, more than the {MostDimensions} of any tensor");
        }
        try
        {
            // Sizes beside a 0 hold nothing, and are multiplied all the same.
            var most = shape.Aggregate(1L, static (product, size) => checked(product * Math.Max(size, 1)));
            return shape.Contains(0) ? 0 : most;
        }
        catch (OverflowException error)
        {
            throw new FormatException($"the shape [{string.Join(", ", shape)}] of {name} is too large", error);
        }
    }
}
