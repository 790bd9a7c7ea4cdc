namespace TrainSdk.Augmentation;

/// <summary>
/// Where the pixels of a changed image come from: column XX·x + XY·y + X, row YX·x + YY·y + Y, with both counted from the image's centre.
/// </summary>
internal readonly record struct AffineMatrix(double XX, double XY, double X, double YX, double YY, double Y)
{
    /// <summary>Of an operation that moves pixels.</summary>
    /// <param name="operation">Shear, translation or rotation.</param>
    /// <param name="magnitude">How much, in its unit.</param>
    /// <param name="width">Columns of the image.</param>
    /// <param name="height">Rows of the image.</param>
    public static AffineMatrix Of(PixelOperation operation, double magnitude, int width, int height) => operation switch
    {
        PixelOperation.ShearX => new(1, magnitude, magnitude * height / 2, 0, 1, 0),
        PixelOperation.ShearY => new(1, 0, 0, magnitude, 1, magnitude * width / 2),
        PixelOperation.TranslateX => new(1, 0, -(int)magnitude, 0, 1, 0),
        PixelOperation.TranslateY => new(1, 0, 0, 0, 1, -(int)magnitude),
        PixelOperation.Rotate => Turn(double.DegreesToRadians(magnitude)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "it moves no pixels"),
    };

    private static AffineMatrix Turn(double angle) => new(Math.Cos(angle), -Math.Sin(angle), 0, Math.Sin(angle), Math.Cos(angle), 0);
}
