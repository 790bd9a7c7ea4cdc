using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

/// <summary>Settings as the generator writes them, one of each kind.</summary>
public sealed record SampleSettings
{
    public double Lr { get; init; } = 0.001;

    public int BatchSize { get; init; } = 4;

    public int Epochs { get; init; } = 2;

    public long Seed { get; init; }

    public long SplitSeed { get; init; }

    public double Momentum { get; init; } = 0.9;

    public bool Nesterov { get; init; }

    public Duration Warmup { get; init; } = 1;

    public double CosineMinLr { get; init; }

    public double ClipGradNorm { get; init; } = 1;

    public int Width { get; init; } = 8;

    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    public string Note { get; init; } = "";

    public AmpMode Amp { get; init; } = AmpMode.Bf16;

    public static SettingTable<SampleSettings> Table { get; } = new(
        Setting.Number<SampleSettings>("Lr", s => s.Lr, (s, v) => s with { Lr = v }),
        Setting.Count<SampleSettings>("BatchSize", s => s.BatchSize, (s, v) => s with { BatchSize = v }),
        Setting.Count<SampleSettings>("Epochs", s => s.Epochs, (s, v) => s with { Epochs = v }),
        Setting.Integer<SampleSettings>("Seed", s => s.Seed, (s, v) => s with { Seed = v }),
        Setting.Integer<SampleSettings>("SplitSeed", s => s.SplitSeed, (s, v) => s with { SplitSeed = v }),
        Setting.Number<SampleSettings>("Momentum", s => s.Momentum, (s, v) => s with { Momentum = v }),
        Setting.Flag<SampleSettings>("Nesterov", s => s.Nesterov, (s, v) => s with { Nesterov = v }),
        Setting.Length<SampleSettings>("Warmup", s => s.Warmup, (s, v) => s with { Warmup = v }),
        Setting.Number<SampleSettings>("CosineMinLr", s => s.CosineMinLr, (s, v) => s with { CosineMinLr = v }),
        Setting.Number<SampleSettings>("ClipGradNorm", s => s.ClipGradNorm, (s, v) => s with { ClipGradNorm = v }),
        Setting.Count<SampleSettings>("Width", s => s.Width, (s, v) => s with { Width = v }, "units of the hidden layer", true),
        Setting.Choice<SampleSettings, DayOfWeek>("Day", s => s.Day, (s, v) => s with { Day = v }, constructor: true),
        Setting.Word<SampleSettings>("Note", s => s.Note, (s, v) => s with { Note = v }, constructor: true));

    /// <summary>The same for a model with <c>[Amp]</c>.</summary>
    public static SettingTable<SampleSettings> AmpTable { get; } = new(
        [.. Table.All, Setting.Choice<SampleSettings, AmpMode>("Amp", s => s.Amp, (s, v) => s with { Amp = v })]);
}
