using System.Runtime.CompilerServices;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>
/// Keeps LSTM layers out of autocast on the CPU where libtorch would end the process: in float16, and in bfloat16 without instructions for
/// it. Their inputs are brought to the layer's own type, so that they compute as without <c>[Amp]</c>; GRU and RNN need no such care.
/// </summary>
/// <remarks>Works through forward hooks, so a layer is to be run by <c>call</c>, as all modules are, and not by <c>forward</c>.</remarks>
internal static class LstmGuard
{
    private static readonly ConditionalWeakTable<LSTM, object> Guarded = [];

    [ThreadStatic]
    private static bool _paused;

    /// <summary>Guards every LSTM of a model once; nothing where the precision does no harm.</summary>
    public static void Protect(nn.Module model, MixedPrecision precision) => Protect(model, precision, CpuFeatures.HasNativeBf16);

    /// <summary>The same on a CPU with or without instructions for bfloat16.</summary>
    internal static void Protect(nn.Module model, MixedPrecision precision, bool hasNativeBf16)
    {
        if (!IsNeeded(precision, hasNativeBf16))
        {
            return;
        }
        foreach (var lstm in model.modules().Prepend(model).OfType<LSTM>())
        {
            if (Guarded.TryAdd(lstm, lstm.GetName()))
            {
                lstm.register_forward_pre_hook(static (layer, input, initial) => Pause(layer, input, initial));
                lstm.register_forward_hook(static (_, _, _, output) => Resume(output));
            }
        }
    }

    private static bool IsNeeded(MixedPrecision precision, bool hasNativeBf16) => precision is { IsOn: true, Device: DeviceType.CPU }
        && (precision.Dtype == ScalarType.Float16 || !hasNativeBf16);

    private static (Tensor, (Tensor, Tensor)?)? Pause(nn.Module layer, Tensor input, (Tensor Hidden, Tensor Cell)? initial)
    {
        var state = Autocast.State();
        _paused = state.IsEnabled(DeviceType.CPU);
        if (!_paused)
        {
            return null;
        }
        state.SetEnabled(DeviceType.CPU, false);
        var dtype = layer.parameters().First().dtype;
        return (input.to(dtype), initial is { } given ? (given.Hidden.to(dtype), given.Cell.to(dtype)) : null);
    }

    private static (Tensor, Tensor, Tensor) Resume((Tensor, Tensor, Tensor) output)
    {
        if (_paused)
        {
            Autocast.State().SetEnabled(DeviceType.CPU, true);
            _paused = false;
        }
        return output;
    }
}
