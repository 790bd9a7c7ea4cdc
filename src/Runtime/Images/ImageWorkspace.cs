namespace TrainSdk.Images;

/// <summary>Memory that one thread decodes a picture in; kept for the next one.</summary>
internal sealed class ImageWorkspace
{
    /// <summary>The file.</summary>
    public NativeBuffer Encoded { get; } = new();

    /// <summary>The picture as it is stored, four bytes a pixel.</summary>
    public NativeBuffer Pixels { get; } = new();

    /// <summary>The picture in the size that is asked for, four bytes a pixel.</summary>
    public NativeBuffer Resized { get; } = new();

    /// <summary>Brings pictures to that size.</summary>
    public Resampler Resampler { get; } = new();
}
