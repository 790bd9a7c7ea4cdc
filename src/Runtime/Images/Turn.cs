using SkiaSharp;

namespace TrainSdk.Images;

/// <summary>How a camera was held, as its file tells: where pixels of the upright picture are stored.</summary>
internal readonly record struct Turn(bool SwapsAxes, bool FromRight, bool FromBottom)
{
    /// <summary>The turn that a file asks for; none where it asks for nothing.</summary>
    public static Turn Of(SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.TopRight => new Turn(false, true, false),
        SKEncodedOrigin.BottomRight => new Turn(false, true, true),
        SKEncodedOrigin.BottomLeft => new Turn(false, false, true),
        SKEncodedOrigin.LeftTop => new Turn(true, false, false),
        SKEncodedOrigin.RightTop => new Turn(true, false, true),
        SKEncodedOrigin.RightBottom => new Turn(true, true, true),
        SKEncodedOrigin.LeftBottom => new Turn(true, true, false),
        _ => default,
    };

    /// <summary>Columns and rows of the upright picture as they are stored, or the other way round.</summary>
    public (int Width, int Height) Size(int width, int height) => SwapsAxes ? (height, width) : (width, height);

    /// <summary>Where the first pixel of the upright picture is stored, and how far it is to the next column and the next row.</summary>
    /// <param name="width">Columns as stored.</param>
    /// <param name="height">Rows as stored.</param>
    public (int First, int Column, int Row) Steps(int width, int height)
    {
        var first = (FromRight ? width - 1 : 0) + (FromBottom ? (height - 1) * width : 0);
        var across = FromRight ? -1 : 1;
        var down = FromBottom ? -width : width;
        return SwapsAxes ? (first, down, across) : (first, across, down);
    }
}
