namespace TrainSdk.Augmentation;

/// <summary>One pixel's hue as a share of the circle, its saturation and its value, each 0 to 1, in torch's float32 steps.</summary>
internal readonly record struct HuePixel(float Hue, float Saturation, float Value)
{
    /// <summary>Of red, green and blue from 0 to 1.</summary>
    public static HuePixel Of(float red, float green, float blue)
    {
        var (highest, lowest) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        var spread = highest - lowest;
        var divisor = spread == 0 ? 1 : spread;
        var (fromRed, fromGreen, fromBlue) = ((highest - red) / divisor, (highest - green) / divisor, (highest - blue) / divisor);
        var sixth = highest == red ? fromBlue - fromGreen
            : highest == green ? 2 + fromRed - fromBlue
            : 4 + fromGreen - fromRed;
        return new HuePixel(Within((sixth / 6) + 1), spread / (spread == 0 ? 1 : highest), highest);
    }

    /// <summary>The same with another hue.</summary>
    public HuePixel Turned(float turn)
    {
        var hue = Within(Hue + turn);
        return this with { Hue = hue < 0 ? hue + 1 : hue };
    }

    /// <summary>Red, green and blue from 0 to 1.</summary>
    public (float Red, float Green, float Blue) Colors()
    {
        var sector = MathF.Floor(Hue * 6);
        var within = (Hue * 6) - sector;
        var low = Math.Clamp(Value * (1 - Saturation), 0, 1);
        var falling = Math.Clamp(Value * (1 - (Saturation * within)), 0, 1);
        var rising = Math.Clamp(Value * (1 - (Saturation * (1 - within))), 0, 1);
        return ((int)sector % 6) switch
        {
            0 => (Value, rising, low),
            1 => (falling, Value, low),
            2 => (low, Value, rising),
            3 => (low, falling, Value),
            4 => (rising, low, Value),
            _ => (Value, low, falling),
        };
    }

    // The remainder of a number below 2, exactly.
    private static float Within(float turns) => turns >= 1 ? turns - 1 : turns;
}
