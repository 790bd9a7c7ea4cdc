using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>
/// Lowers the precision of matrix products, linear layers, convolutions and attention within a scope; normalisation, softmax and losses
/// stay in float32. PyTorch's <c>torch.autocast</c>: the lists of operations are libtorch's own.
/// </summary>
/// <remarks>
/// The scope belongs to the thread that opens it: work that is handed to another thread inside it is not lowered, and an <c>await</c> must
/// not lie within it. Call <c>backward</c> outside; every gradient has the type of what it belongs to.
/// A training run keeps LSTM layers out of it on CPUs where libtorch would end the process: they compute in their own type.
/// </remarks>
public static class Autocast
{
    private static readonly Lazy<(AutocastState? State, string? Problem)> Found = new(Find);

    /// <summary>Why autocast cannot be had in this process, in one line; null where it can.</summary>
    internal static string? Problem => Found.Value.Problem;

    /// <summary>
    /// Opens a scope, to be closed by <c>using</c>. Nothing happens, and nothing native is called, where precision is off.
    /// </summary>
    /// <exception cref="TrainException">Precision is lowered, and this libtorch does not offer autocast.</exception>
    public static AutocastScope On(MixedPrecision precision) =>
        precision.Dtype is { } dtype ? new AutocastScope(State(), precision.Device, dtype) : default;

    /// <summary>The calling thread's state.</summary>
    /// <exception cref="TrainException">This libtorch does not offer autocast.</exception>
    internal static AutocastState State() => Found.Value.State
        ?? throw new TrainException($"autocast is not available: {Problem}; use --amp off");

    private static (AutocastState? State, string? Problem) Find()
    {
        if (TorchLibrary.Instance is not { } library)
        {
            return (null, TorchLibrary.Problem);
        }
        try
        {
            var state = AutocastState.Of(library);
            return Lowers(state) ? (state, null) : (null, "a matrix product under autocast did not come out in bfloat16");
        }
        catch (EntryPointNotFoundException missing)
        {
            return (null, $"libtorch {torch.__version__} does not export {missing.Message}");
        }
    }

    private static bool Lowers(AutocastState state)
    {
        using var disposal = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var one = torch.ones(1, 1, dtype: ScalarType.Float32);
        using (new AutocastScope(state, DeviceType.CPU, ScalarType.BFloat16))
        {
            var product = one.mm(one);
            return product.dtype == ScalarType.BFloat16 && product.ToDouble() == 1;
        }
    }
}
