using System.Runtime.CompilerServices;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TrainSdk.Native;

/// <summary>The buffers of a model that TorchSharp does not list: those that were registered as not persistent.</summary>
internal static class ModuleBuffers
{
    /// <summary>Buffers that are not saved, of the model and all its parts.</summary>
    public static IEnumerable<Tensor> NotSaved(nn.Module model)
    {
        foreach (var module in model.modules().Prepend(model))
        {
            foreach (var (tensor, isPersistent) in BuffersOf(module).Values)
            {
                if (!isPersistent && tensor is not null)
                {
                    yield return tensor;
                }
            }
        }
    }

    // named_buffers takes include_nonpersistent and does not look at it (TorchSharp 0.107).
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_internal_buffers")]
    private static extern ref OrderedDict<string, (Tensor, bool)> BuffersOf(nn.Module module);
}
