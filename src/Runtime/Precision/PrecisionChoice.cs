using Microsoft.Extensions.Logging;
using TorchSharp;
using TrainSdk.Rules;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>Which number type a run computes in, and what is to be said about it.</summary>
/// <param name="Precision">The precision.</param>
/// <param name="Note">What the user should know, in one line; null where the choice needs no word.</param>
/// <param name="Level">How grave the note is.</param>
internal sealed record PrecisionChoice(MixedPrecision Precision, string? Note = null, LogLevel Level = LogLevel.Information)
{
    private const int FirstMajorWithBf16 = 8;

    private static readonly PrecisionChoice Off = new(MixedPrecision.Off);

    /// <summary>The choice for a setting on a device.</summary>
    /// <exception cref="TrainException">A type was demanded that cannot be had.</exception>
    public static PrecisionChoice Of(AmpMode mode, PrecisionFacts facts) => mode switch
    {
        AmpMode.Off => Off,
        AmpMode.Auto => Automatic(facts),
        AmpMode.Bf16 => Demanded(mode, ScalarType.BFloat16, facts),
        AmpMode.Fp16 => Demanded(mode, ScalarType.Float16, facts),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    private static PrecisionChoice Automatic(PrecisionFacts facts)
    {
        if (facts.Device == DeviceType.CPU && !facts.HasNativeBf16)
        {
            return Off with { Note = "Amp computes in float32: this CPU has no bf16 instructions; --amp bf16 emulates them, slowly" };
        }
        if (facts.AutocastProblem is { } problem)
        {
            return Off with { Note = $"Amp computes in float32: autocast is not available, {problem}", Level = LogLevel.Warning };
        }
        var hasBf16 = facts.Device == DeviceType.CPU || facts.CudaMajor >= FirstMajorWithBf16;
        return Lowered(facts, hasBf16 ? ScalarType.BFloat16 : ScalarType.Float16);
    }

    private static PrecisionChoice Demanded(AmpMode mode, ScalarType dtype, PrecisionFacts facts)
    {
        if (facts.AutocastProblem is { } problem)
        {
            throw new TrainException($"Amp is {Word(mode)} but autocast is not available, {problem}; use --amp off");
        }
        if (facts.Device != DeviceType.CPU)
        {
            return Lowered(facts, dtype);
        }
        if (dtype == ScalarType.Float16)
        {
            return facts.AllowsHalfOnCpu
                ? Lowered(facts, dtype)
                : throw new TrainException(PrecisionComplaints.HalfOnCpu + "; use --amp auto, bf16 or off");
        }
        return facts.HasNativeBf16 ? Lowered(facts, dtype) : Lowered(facts, dtype) with
        {
            Note = "Amp is bf16 but this CPU has no bf16 instructions: they are emulated, slower than float32; use --amp auto or off",
            Level = LogLevel.Warning,
        };
    }

    // As the setting is spelt on the command line.
    private static string Word(AmpMode mode) => mode.ToString().ToLowerInvariant();

    private static PrecisionChoice Lowered(PrecisionFacts facts, ScalarType dtype) =>
        new(new MixedPrecision { Device = facts.Device, Dtype = dtype });
}
