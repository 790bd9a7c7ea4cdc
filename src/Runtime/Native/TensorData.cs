using static TorchSharp.torch;

namespace TrainSdk.Native;

/// <summary>Exchanges what a tensor holds.</summary>
internal static class TensorData
{
    /// <summary>
    /// Gives a tensor the data, the type and the device of another, wherever it is used: what PyTorch's <c>.data = </c> does.
    /// </summary>
    /// <exception cref="TrainException">libtorch's C interface is not to be had.</exception>
    public static void Replace(Tensor tensor, Tensor data)
    {
        var abi = Open();
        using var _ = no_grad();
        Span<ulong> stack = [(ulong)abi.NewHandle(tensor.Handle), (ulong)abi.NewHandle(data.Handle)];
        abi.Call("aten::set_data\0"u8, default, stack);
    }

    private static StableAbi Open()
    {
        try
        {
            return StableAbi.Open();
        }
        catch (NotSupportedException problem)
        {
            throw new TrainException(
                "tied weights and buffers that are not saved cannot be moved to another device here: " + problem.Message
                + "; build the model on that device, or compute on the CPU", problem);
        }
    }
}
