using TrainSdk.Data;

namespace TrainSdk.Images;

/// <summary>Which part of a picture is shown, and where in the sample.</summary>
/// <param name="Box">The part of the picture, in its own pixels.</param>
/// <param name="Left">Columns of the sample that stay black before it.</param>
/// <param name="Top">Rows of the sample that stay black before it.</param>
/// <param name="Width">Columns of the sample that it fills.</param>
/// <param name="Height">Rows of the sample that it fills.</param>
internal readonly record struct FitPlan(PixelBox Box, int Left, int Top, int Width, int Height)
{
    /// <summary>Whether the picture is shown as it is.</summary>
    public bool IsWhole => Box == new PixelBox(0, 0, Width, Height) && (Left, Top) == (0, 0);

    /// <summary>Plans.</summary>
    /// <param name="fit">How proportions are kept.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="toWidth">Columns of the sample.</param>
    /// <param name="toHeight">Rows of the sample.</param>
    public static FitPlan Of(ImageFit fit, int width, int height, int toWidth, int toHeight)
    {
        var across = (double)toWidth / width;
        var down = (double)toHeight / height;
        switch (fit)
        {
            case ImageFit.Crop:
                var cover = Math.Max(across, down);
                var (shownWidth, shownHeight) = (Math.Min(width, toWidth / cover), Math.Min(height, toHeight / cover));
                var box = new PixelBox((width - shownWidth) / 2, (height - shownHeight) / 2, shownWidth, shownHeight);
                return new FitPlan(box, 0, 0, toWidth, toHeight);
            case ImageFit.Pad:
                var within = Math.Min(across, down);
                var columns = Math.Clamp((int)Math.Round(width * within), 1, toWidth);
                var rows = Math.Clamp((int)Math.Round(height * within), 1, toHeight);
                return new FitPlan(Whole(width, height), Half(toWidth - columns), Half(toHeight - rows), columns, rows);
            default:
                return new FitPlan(Whole(width, height), 0, 0, toWidth, toHeight);
        }
    }

    /// <summary>The same plan for the picture unpacked at a smaller size.</summary>
    public FitPlan Scaled(double across, double down) =>
        this with { Box = new PixelBox(Box.Left * across, Box.Top * down, Box.Width * across, Box.Height * down) };

    private static int Half(int pixels) => (int)Math.Round(pixels / 2.0);

    private static PixelBox Whole(int width, int height) => new(0, 0, width, height);
}
