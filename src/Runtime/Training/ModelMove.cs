using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// Moves models. TorchSharp's own <c>to</c> makes new parameters, so that tied weights fail or come apart, and leaves buffers behind that
/// are not saved: these are moved first, in place, and <c>to</c> finds them there.
/// </summary>
internal static class ModelMove
{
    /// <summary>Moves a model to a device. One that is there already keeps its parameters.</summary>
    public static void To(nn.Module model, Device device)
    {
        bool IsElsewhere(Tensor tensor) =>
            tensor.device_type != device.type || (device.type != DeviceType.CPU && tensor.device_index != device.index);
        if (model.parameters().Concat(model.buffers()).Concat(ModuleBuffers.NotSaved(model)).Any(IsElsewhere))
        {
            InPlace(model, tensor => IsElsewhere(tensor) ? tensor.to(device) : tensor);
            model.to(device);
        }
    }

    /// <summary>Moves what <c>to</c> does not: tied weights, and buffers that are not saved.</summary>
    /// <param name="model">The model.</param>
    /// <param name="move">Gives a moved copy, or the tensor itself where it is to stay.</param>
    public static void InPlace(nn.Module model, Func<Tensor, Tensor> move)
    {
        using var scope = NewDisposeScope();
        foreach (var tensor in Tied(model).Concat(ModuleBuffers.NotSaved(model)).ToArray())
        {
            var moved = move(tensor);
            if (!ReferenceEquals(moved, tensor))
            {
                TensorData.Replace(tensor, moved.detach());
            }
        }
    }

    /// <summary>One of each of the parameters that the model has under several names.</summary>
    private static IEnumerable<Tensor> Tied(nn.Module model) => model.state_dict().Values
        .GroupBy(TensorIdentity.Of)
        .Where(static group => group.Count() > 1)
        .Select(static group => group.First());
}
