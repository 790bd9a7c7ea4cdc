using Microsoft.Extensions.Logging;
using TorchSharp;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>Settles the precision of a model on a device, for training and for evaluation.</summary>
internal static class RunPrecision
{
    /// <summary>Name of the setting that <c>[Amp]</c> brings.</summary>
    public const string Setting = "Amp";

    /// <summary>That setting as text; null where the model has none.</summary>
    public static string? Mode<TSettings>(SettingTable<TSettings> table, TSettings settings) =>
        table.Find(Setting) is { IsConstructorValue: false } setting ? setting.TextOf(settings) : null;

    /// <summary>
    /// The setting to evaluate a run with: the run's own. On another kind of device than the run's, what was demanded there may be slow or
    /// impossible, and the device decides.
    /// </summary>
    /// <param name="mode">The run's setting; null where it had none.</param>
    /// <param name="trained">Where the run was computed, such as <c>cuda:0</c>.</param>
    /// <param name="device">Where it is evaluated.</param>
    public static string? ModeElsewhere(string? mode, string trained, Device device) =>
        IsOff(mode) || Kind(trained) == Kind(device.ToString()) ? mode : nameof(AmpMode.Auto);

    /// <summary>The precision; the model's LSTMs are kept out of it where libtorch cannot run them in it.</summary>
    /// <param name="mode">The setting's text; null where there is none, which costs nothing.</param>
    /// <param name="device">Where it is computed.</param>
    /// <param name="model">The model.</param>
    /// <param name="logger">Told once where the choice needs a word.</param>
    /// <param name="allowsHalfOnCpu">Accepts float16 on the CPU.</param>
    /// <exception cref="TrainException">A type was demanded that cannot be had.</exception>
    public static MixedPrecision Settle(string? mode, Device device, nn.Module model, ILogger? logger, bool allowsHalfOnCpu = false)
    {
        if (IsOff(mode))
        {
            return MixedPrecision.Off;
        }
        var choice = PrecisionChoice.Of(Enum.Parse<AmpMode>(mode!, ignoreCase: true), PrecisionFacts.Of(device, allowsHalfOnCpu));
        if (choice.Note is { } note)
        {
            logger?.Log(choice.Level, "{Note}", note);
        }
        LstmGuard.Protect(model, choice.Precision);
        return choice.Precision;
    }

    private static bool IsOff(string? mode) => mode is null || nameof(AmpMode.Off).Equals(mode, StringComparison.OrdinalIgnoreCase);

    private static string Kind(string device) => device.Split(':')[0];
}
