using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>What the generator would write as the Hyperparameters of <see cref="SmallNet"/>.</summary>
public sealed record SmallSettings
{
    public double Lr { get; init; } = 1e-2;

    public int BatchSize { get; init; } = 16;

    public int Epochs { get; init; } = 3;

    public long Seed { get; init; }

    public long SplitSeed { get; init; }

    public Duration Warmup { get; init; }

    public int Width { get; init; } = 8;

    public AmpMode Amp { get; init; } = AmpMode.Off;

    public static SettingTable<SmallSettings> Table { get; } = new(
        Setting.Number<SmallSettings>("Lr", static s => s.Lr, static (s, v) => s with { Lr = v }),
        Setting.Count<SmallSettings>("BatchSize", static s => s.BatchSize, static (s, v) => s with { BatchSize = v }),
        Setting.Count<SmallSettings>("Epochs", static s => s.Epochs, static (s, v) => s with { Epochs = v }),
        Setting.Integer<SmallSettings>("Seed", static s => s.Seed, static (s, v) => s with { Seed = v }),
        Setting.Integer<SmallSettings>("SplitSeed", static s => s.SplitSeed, static (s, v) => s with { SplitSeed = v }),
        Setting.Length<SmallSettings>("Warmup", static s => s.Warmup, static (s, v) => s with { Warmup = v }),
        Setting.Count<SmallSettings>("Width", static s => s.Width, static (s, v) => s with { Width = v }, constructor: true));

    /// <summary>The same for a model with <c>[Amp]</c>.</summary>
    public static SettingTable<SmallSettings> AmpTable { get; } = new(
        [.. Table.All, Setting.Choice<SmallSettings, AmpMode>("Amp", static s => s.Amp, static (s, v) => s with { Amp = v })]);
}
