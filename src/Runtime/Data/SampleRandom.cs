namespace TrainSdk.Data;

/// <summary>
/// Random numbers for one sample in one epoch: a function of (seed, epoch, sample, purpose) alone, so that neither the number of threads
/// nor a resumed run changes them, and one augmentation's draws do not move another's.
/// </summary>
/// <param name="seed">The run's seed.</param>
/// <param name="epoch">Epoch from 0.</param>
/// <param name="sample">Position in the training split.</param>
/// <param name="purpose">A number of its own for each use; see <see cref="PurposeOf"/>.</param>
public struct SampleRandom(long seed, long epoch, long sample, long purpose)
{
    private const double Unit = 1.0 / (1L << 53);
    private readonly long _stream = (long)CounterRandom.Bits((long)CounterRandom.Bits(seed, purpose, epoch), sample, 0);
    private long _drawn;

    /// <summary>A number for a name, the same on every machine (FNV-1a).</summary>
    public static long PurposeOf(string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }
        return (long)hash;
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextBits() => CounterRandom.Bits(_stream, 0, _drawn++);

    /// <summary>Uniform in [0, 1), in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (NextBits() >> 11) * Unit;

    /// <summary>Uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double Between(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>A whole number from 0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below) => (int)Math.BigMul(NextBits(), (ulong)below, out _);

    /// <summary>True with the given probability, from 0 to 1.</summary>
    public bool Chance(double probability) => NextDouble() < probability;
}
