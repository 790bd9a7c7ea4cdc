using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>
/// Moves pixels along an affine map, each taken from the nearest pixel or 0 outside the image. The places are computed as torch's grid, in
/// float32 on a square from −1 to 1, so that ties fall the same way.
/// </summary>
internal static class AffineWarp
{
    /// <summary>Changes an image of bytes.</summary>
    public static void Apply(ImageSample image, AffineMatrix matrix)
    {
        image.Bytes.CopyTo(image.Scratch);
        var (width, height) = (image.Width, image.Height);
        var (halfWidth, halfHeight) = (width * 0.5f, height * 0.5f);
        var (xx, xy, x0) = ((float)matrix.XX / halfWidth, (float)matrix.XY / halfWidth, (float)matrix.X / halfWidth);
        var (yx, yy, y0) = ((float)matrix.YX / halfHeight, (float)matrix.YY / halfHeight, (float)matrix.Y / halfHeight);
        for (var row = 0; row < height; row++)
        {
            var y = row - halfHeight + 0.5f;
            var (fromRow, ofRow) = (y * xy, y * yy);
            for (var column = 0; column < width; column++)
            {
                var x = column - halfWidth + 0.5f;
                var sourceColumn = Nearest((x * xx) + fromRow + x0, width);
                var sourceRow = Nearest((x * yx) + ofRow + y0, height);
                var isInside = (uint)sourceColumn < (uint)width && (uint)sourceRow < (uint)height;
                Take(image, (row * width) + column, isInside ? (sourceRow * width) + sourceColumn : null);
            }
        }
    }

    private static int Nearest(float place, int size) => (int)MathF.Round((((place + 1) * size) - 1) / 2);

    private static void Take(ImageSample image, int to, int? from)
    {
        var plane = image.Height * image.Width;
        for (var channel = 0; channel < image.Bytes.Length; channel += plane)
        {
            image.Bytes[channel + to] = from is { } pixel ? image.Scratch[channel + pixel] : (byte)0;
        }
    }
}
