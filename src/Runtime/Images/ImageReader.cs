using System.Collections.Concurrent;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Images;

/// <summary>
/// Unpacks pictures into bytes [channels, height, width], from any number of threads at once. JPEG and WebP are unpacked at the smallest
/// size that suffices; then the picture is resized (antialiased, bilinear) and turned upright as its camera recorded. Colour profiles are
/// not applied. Of an animation the first picture counts.
/// </summary>
public sealed class ImageReader
{
    private const int PixelBytes = 4;
    private readonly ConcurrentBag<ImageWorkspace> _workspaces = [];
    private readonly long _maxPixels;

    /// <summary>Prepares for pictures of one size.</summary>
    /// <param name="options">The size, which must be given, and how pictures are brought to it.</param>
    /// <exception cref="TrainException">A size or the number of channels cannot be.</exception>
    public ImageReader(ImageOptions options)
    {
        if (options.Height <= 0 || options.Width <= 0)
        {
            throw new TrainException(
                $"pictures cannot be {options.Width} × {options.Height} pixels; "
                    + "give both Height and Width, or neither for the first picture's");
        }
        if (options.Channels is not (1 or 3))
        {
            throw new TrainException($"pictures have 1 channel (grey) or 3 (red, green, blue), not {options.Channels}; set Channels");
        }
        Form = new SampleForm(ScalarType.Byte, [options.Channels, options.Height, options.Width]);
        Fit = options.Fit;
        _maxPixels = options.MaxPixels;
    }

    /// <summary>uint8, [channels, height, width].</summary>
    public SampleForm Form { get; }

    /// <summary>How pictures are brought to the size; <see cref="ImageFit.None"/> where all must have it.</summary>
    public ImageFit Fit { get; }

    /// <summary>What serving must know to read pictures alike.</summary>
    internal InputEncoding Encoding => InputEncoding.None([.. Form.Shape]) with { Fit = Fit };

    private int Height => (int)Form.Shape[1];

    private int Width => (int)Form.Shape[2];

    /// <summary>Prepares for pictures like the first one, where the options name no size.</summary>
    /// <param name="options">How pictures are read.</param>
    /// <param name="first">File of the first picture.</param>
    /// <exception cref="TrainException">Only one of two sizes is given, or the first picture cannot be read.</exception>
    public static ImageReader For(ImageOptions options, string first)
    {
        if (options is not { Height: 0, Width: 0 })
        {
            return new ImageReader(options);
        }
        using var buffer = new NativeBuffer();
        using var picture = new ImageUnpacker(ImageFile.Read(first, buffer), first, options.MaxPixels);
        var (width, height) = picture.Turn.Size(picture.Width, picture.Height);
        return new ImageReader(options with { Height = height, Width = width, Fit = ImageFit.None });
    }

    /// <summary>Prepares for pictures like those that a model was trained on.</summary>
    /// <param name="encoding">The model's encoding.</param>
    /// <exception cref="TrainException">The model takes no pictures.</exception>
    public static ImageReader For(InputEncoding encoding) => encoding is { Shape: [1 or 3, var height, var width], IsTokens: false }
        ? new ImageReader(new ImageOptions
        {
            Channels = (int)encoding.Shape[0],
            Height = (int)height,
            Width = (int)width,
            Fit = encoding.Fit ?? ImageFit.None,
        })
        : throw new TrainException(
            $"the model takes inputs of [{string.Join(", ", encoding.Shape)}], which are no pictures [channels, height, width]");

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sample">Room for the picture, as large as <see cref="Form"/> says.</param>
    /// <exception cref="TrainException">The file is gone, no picture, damaged, or claims more pixels than are allowed.</exception>
    public void Read(string path, Span<byte> sample)
    {
        var workspace = Rent();
        try
        {
            Unpack(ImageFile.Read(path, workspace.Encoded), path, workspace, sample);
        }
        finally
        {
            _workspaces.Add(workspace);
        }
    }

    /// <summary>Reads a picture in memory, such as an upload.</summary>
    /// <param name="encoded">The file's bytes.</param>
    /// <param name="sample">Room for the picture, as large as <see cref="Form"/> says.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="TrainException">It is no picture, damaged, or claims more pixels than are allowed.</exception>
    public void Decode(ReadOnlySpan<byte> encoded, Span<byte> sample, string name = "the picture")
    {
        var workspace = Rent();
        try
        {
            var bytes = workspace.Encoded.Take(encoded.Length);
            encoded.CopyTo(bytes);
            Unpack(bytes, name, workspace, sample);
        }
        finally
        {
            _workspaces.Add(workspace);
        }
    }

    private ImageWorkspace Rent() => _workspaces.TryTake(out var workspace) ? workspace : new ImageWorkspace();

    private void Unpack(ReadOnlySpan<byte> encoded, string name, ImageWorkspace workspace, Span<byte> sample)
    {
        using var picture = new ImageUnpacker(encoded, name, _maxPixels);
        var turn = picture.Turn;
        var (width, height) = turn.Size(Width, Height);
        if (Fit == ImageFit.None && (picture.Width, picture.Height) != (width, height))
        {
            throw OfOtherSize(name, turn.Size(picture.Width, picture.Height));
        }
        var plan = FitPlan.Of(Fit, picture.Width, picture.Height, width, height);
        var size = picture.SizeFor(plan);
        plan = plan.Scaled(size.Across, size.Down);
        var pixels = picture.Unpack(size, workspace.Pixels);
        if (plan.IsWhole && (size.Width, size.Height) == (width, height))
        {
            PixelPlanes.Write(pixels, width, height, turn, sample);
            return;
        }
        var resized = workspace.Resized.Take(checked(width * height * PixelBytes));
        workspace.Resampler.Fit(pixels, size.Width, size.Height, plan, resized, width);
        PixelPlanes.Write(resized, width, height, turn, sample);
    }

    private TrainException OfOtherSize(string name, (int Width, int Height) found) => ImageFile.Error(
        name,
        $"the picture is {found.Width} × {found.Height} pixels where {Width} × {Height} were expected; "
            + "give Height and Width, and all are brought to one size");
}
