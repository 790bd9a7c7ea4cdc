namespace TrainSdk.Augmentation;

/// <summary>Numbers as bytes.</summary>
internal static class Bytes
{
    /// <summary>0 to 255 with the fraction dropped, as torch converts a clamped number.</summary>
    public static byte Cut(float value) => (byte)Math.Clamp((int)value, 0, 255);

    /// <summary>The weighted sum of two bytes, own · value + rest · other, cut to a byte.</summary>
    public static byte Blend(float own, byte value, float rest, byte other) => Cut((own * value) + (rest * other));
}
