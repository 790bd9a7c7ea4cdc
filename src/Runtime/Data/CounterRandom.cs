namespace TrainSdk.Data;

/// <summary>
/// Random numbers as a pure function of a key and a counter (SplitMix64's finaliser, Steele et al., 2014): the order of epoch 7 needs no
/// history of epochs 0 to 6, so a resumed run continues exactly.
/// </summary>
public static class CounterRandom
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>64 uniform random bits for (seed, stream, counter).</summary>
    public static ulong Bits(long seed, long stream, long counter) =>
        Mix(Mix(Mix((ulong)seed + Increment) + (ulong)stream + Increment) + (ulong)counter + Increment);

    /// <summary>
    /// A uniform whole number from 0 to <paramref name="below"/> − 1 (multiply and shift; the bias is below 2⁻³² for any data set).
    /// </summary>
    public static long Below(long below, long seed, long stream, long counter) =>
        (long)Math.BigMul(Bits(seed, stream, counter), (ulong)below, out _);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
