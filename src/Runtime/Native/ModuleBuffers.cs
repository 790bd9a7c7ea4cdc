using System.Runtime.CompilerServices;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TrainSdk.Native;

/// <summary>The buffers of a model that TorchSharp does not list: those that were registered as not persistent.</summary>
internal static class ModuleBuffers
{
    /// <summary>Buffers that are not saved, of the model and all its parts.</summary>
    public static IEnumerable<Tensor> NotSaved(nn.Module model) => NamedNotSaved(model).Select(static named => named.Buffer);

    /// <summary>The same under the names that they would have in the state dict.</summary>
    public static IEnumerable<(string Name, Tensor Buffer)> NamedNotSaved(nn.Module model)
    {
        foreach (var (path, module) in model.named_modules().Select(static named => ($"{named.name}.", named.module)).Prepend(("", model)))
        {
            foreach (var (name, (tensor, isPersistent)) in BuffersOf(module))
            {
                if (!isPersistent && tensor is not null)
                {
                    yield return (path + name, tensor);
                }
            }
        }
    }

    // named_buffers takes include_nonpersistent and does not look at it (TorchSharp 0.107).
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_internal_buffers")]
    private static extern ref OrderedDict<string, (Tensor, bool)> BuffersOf(nn.Module module);
}
