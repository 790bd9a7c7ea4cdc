using System.Security.Cryptography;
using System.Text.Json;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Augmentation;

/// <summary>An image in memory and what is done to it.</summary>
internal sealed class Picture(SampleForm form, byte[] bytes)
{
    /// <summary>Changes an image.</summary>
    public delegate void Change(ImageSample image);

    public static JsonElement Fixtures { get; } = Fixture.Open("augmentations").GetProperty("images");

    public SampleForm Form => form;

    public byte[] Bytes => bytes;

    /// <summary>An image of the fixture.</summary>
    public static Picture Named(string name)
    {
        var image = Fixtures.GetProperty(name);
        var shape = image.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt64()).ToArray();
        return new Picture(new SampleForm(ScalarType.Byte, shape), image.GetProperty("bytes").GetBytesFromBase64());
    }

    /// <summary>An image of bytes that all differ, as far as there are enough.</summary>
    public static Picture Counting(params long[] shape)
    {
        var form = new SampleForm(ScalarType.Byte, shape);
        return new Picture(form, [.. Enumerable.Range(1, (int)form.Bytes).Select(static value => (byte)value)]);
    }

    /// <summary>The image after a change; this one stays as it is.</summary>
    public byte[] Changed(Change change, double[]? mean = null)
    {
        var changed = bytes.ToArray();
        var scratch = new byte[bytes.Length];
        Array.Fill(scratch, (byte)0xAA);
        change(new ImageSample(form, changed, scratch, mean));
        return changed;
    }

    /// <summary>The digest of the image after a change, as the fixture keeps it.</summary>
    public string Digest(Change change) => Convert.ToHexStringLower(SHA256.HashData(Changed(change)))[..16];
}
