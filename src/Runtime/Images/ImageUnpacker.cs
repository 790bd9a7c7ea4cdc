using SkiaSharp;

namespace TrainSdk.Images;

/// <summary>
/// One picture's file, opened: its size is known before memory is taken for its pixels. The only place that knows the image library.
/// </summary>
internal readonly ref struct ImageUnpacker : IDisposable
{
    private const int PixelBytes = 4;
    private const int Scales = 8;
    private readonly SKCodec _codec;
    private readonly string _name;

    /// <summary>Opens a picture.</summary>
    /// <param name="encoded">The file's bytes, in memory that stays where it is.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maxPixels">The most pixels that it may claim.</param>
    public unsafe ImageUnpacker(ReadOnlySpan<byte> encoded, string name, long maxPixels)
    {
        _name = name;
        fixed (byte* bytes = encoded)
        {
            using var data = SKData.Create((nint)bytes, encoded.Length);
            _codec = SKCodec.Create(data) ?? throw ImageFile.NotAPicture(name, encoded);
        }
        (Width, Height) = (_codec.Info.Width, _codec.Info.Height);
        if ((long)Width * Height > maxPixels)
        {
            _codec.Dispose();
            throw ImageFile.Error(
                name,
                $"the picture claims {Width} × {Height} pixels, more than the {maxPixels} of MaxPixels, and is not unpacked; "
                    + "make it smaller or raise the limit");
        }
    }

    /// <summary>Columns as stored.</summary>
    public int Width { get; }

    /// <summary>Rows as stored.</summary>
    public int Height { get; }

    /// <summary>How the camera was held.</summary>
    public Turn Turn => Turn.Of(_codec.EncodedOrigin);

    /// <summary>The smallest size that it can be unpacked at where a part of it shall have so many pixels.</summary>
    public UnpackedSize SizeFor(FitPlan plan)
    {
        for (var scale = 1; scale < Scales; scale++)
        {
            var size = SizeAt((float)scale / Scales);
            if (plan.Box.Width * size.Across >= plan.Width && plan.Box.Height * size.Down >= plan.Height)
            {
                return size;
            }
        }
        return new UnpackedSize(Width, Height, 1, 1);
    }

    /// <summary>The pixels, red, green, blue and alpha, row by row.</summary>
    /// <exception cref="TrainException">The picture is damaged or not whole.</exception>
    public ReadOnlySpan<byte> Unpack(UnpackedSize size, NativeBuffer room)
    {
        var (width, height) = (size.Width, size.Height);
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        if (info.BytesSize64 > int.MaxValue)
        {
            throw ImageFile.Error(_name, $"the picture of {width} × {height} pixels needs more memory than can be had; make it smaller");
        }
        var pixels = room.Take(checked(width * height * PixelBytes));
        var result = _codec.GetPixels(info, room.Address, info.RowBytes, SKCodecOptions.Default);
        return result == SKCodecResult.Success ? pixels : throw ImageFile.Error(_name, Problem(result));
    }

    /// <inheritdoc/>
    public void Dispose() => _codec.Dispose();

    // JPEG's blocks shrink by the scale, and a block that is not full at the edge rounds up; other formats stretch into whole pixels.
    private UnpackedSize SizeAt(float scale)
    {
        var size = _codec.GetScaledDimensions(scale);
        return _codec.EncodedFormat == SKEncodedImageFormat.Jpeg && size.Width < Width
            ? new UnpackedSize(size.Width, size.Height, scale, scale)
            : new UnpackedSize(size.Width, size.Height, (double)size.Width / Width, (double)size.Height / Height);
    }

    private static string Problem(SKCodecResult result) => result == SKCodecResult.IncompleteInput
        ? "the picture ends too early; fetch it again or take it out"
        : $"the picture is damaged ({result}); fetch it again or take it out";
}
