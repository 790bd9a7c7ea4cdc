using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>libtorch's autocast state of the calling thread.</summary>
internal sealed unsafe class AutocastState
{
    private readonly delegate* unmanaged[Cdecl]<sbyte, byte> _isEnabled;
    private readonly delegate* unmanaged[Cdecl]<sbyte, byte, void> _setEnabled;
    private readonly delegate* unmanaged[Cdecl]<sbyte, sbyte> _getDtype;
    private readonly delegate* unmanaged[Cdecl]<sbyte, sbyte, void> _setDtype;
    private readonly delegate* unmanaged[Cdecl]<int> _incrementNesting;
    private readonly delegate* unmanaged[Cdecl]<int> _decrementNesting;
    private readonly delegate* unmanaged[Cdecl]<void> _clearCache;
    private readonly delegate* unmanaged[Cdecl]<byte> _isCacheEnabled;
    private readonly delegate* unmanaged[Cdecl]<byte, void> _setCacheEnabled;

    private AutocastState(TorchLibrary library)
    {
        var names = ExportNames.Autocast;
        _isEnabled = (delegate* unmanaged[Cdecl]<sbyte, byte>)Address(library, names.IsEnabled);
        _setEnabled = (delegate* unmanaged[Cdecl]<sbyte, byte, void>)Address(library, names.SetEnabled);
        _getDtype = (delegate* unmanaged[Cdecl]<sbyte, sbyte>)Address(library, names.Dtype);
        _setDtype = (delegate* unmanaged[Cdecl]<sbyte, sbyte, void>)Address(library, names.SetDtype);
        _incrementNesting = (delegate* unmanaged[Cdecl]<int>)Address(library, names.IncrementNesting);
        _decrementNesting = (delegate* unmanaged[Cdecl]<int>)Address(library, names.DecrementNesting);
        _clearCache = (delegate* unmanaged[Cdecl]<void>)Address(library, names.ClearCache);
        _isCacheEnabled = (delegate* unmanaged[Cdecl]<byte>)Address(library, names.IsCacheEnabled);
        _setCacheEnabled = (delegate* unmanaged[Cdecl]<byte, void>)Address(library, names.SetCacheEnabled);
    }

    /// <summary>Whether weights that were cast once are kept for the next use.</summary>
    public bool KeepsCasts
    {
        get => _isCacheEnabled() != 0;
        set => _setCacheEnabled(value ? (byte)1 : (byte)0);
    }

    /// <summary>Binds the functions.</summary>
    /// <exception cref="EntryPointNotFoundException">The library has not all of them.</exception>
    public static AutocastState Of(TorchLibrary library) => new(library);

    public bool IsEnabled(DeviceType device) => _isEnabled((sbyte)device) != 0;

    public void SetEnabled(DeviceType device, bool enabled) => _setEnabled((sbyte)device, enabled ? (byte)1 : (byte)0);

    public ScalarType Dtype(DeviceType device) => (ScalarType)_getDtype((sbyte)device);

    public void SetDtype(DeviceType device, ScalarType dtype) => _setDtype((sbyte)device, (sbyte)dtype);

    public void Enter() => _incrementNesting();

    /// <summary>Leaves a level; the outermost one drops the cast weights.</summary>
    public void Leave()
    {
        if (_decrementNesting() == 0)
        {
            _clearCache();
        }
    }

    private static nint Address(TorchLibrary library, string name) =>
        library.TryExport(name, out var address) ? address : throw new EntryPointNotFoundException(name);
}
