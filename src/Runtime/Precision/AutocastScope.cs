using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>
/// A stretch of code in lower precision, opened by <see cref="Autocast.On"/>. Closing it restores the calling thread's state as it was,
/// so scopes nest; each weight is cast once until the outermost scope closes.
/// </summary>
public readonly ref struct AutocastScope : IDisposable
{
    private readonly AutocastState? _state;
    private readonly DeviceType _device;
    private readonly bool _wasEnabled;
    private readonly bool _keptCasts;
    private readonly ScalarType _dtype;

    internal AutocastScope(AutocastState state, DeviceType device, ScalarType dtype)
    {
        _state = state;
        _device = device;
        _wasEnabled = state.IsEnabled(device);
        _keptCasts = state.KeepsCasts;
        _dtype = state.Dtype(device);
        state.Enter();
        state.SetDtype(device, dtype);
        state.SetEnabled(device, true);
        state.KeepsCasts = true;
    }

    /// <summary>Restores the state. A scope of <see cref="MixedPrecision.Off"/> has none.</summary>
    public void Dispose()
    {
        if (_state is null)
        {
            return;
        }
        _state.Leave();
        _state.SetEnabled(_device, _wasEnabled);
        _state.SetDtype(_device, _dtype);
        _state.KeepsCasts = _keptCasts;
    }
}
