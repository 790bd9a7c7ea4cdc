using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// The updates' scripts, each compiled when an optimizer first needs it, and tried on two numbers before it touches a model. Where one does
/// not compute what the update's own mathematics do, those take its place.
/// </summary>
internal sealed class ScriptedUpdates
{
    private readonly ConcurrentDictionary<string, IUpdateKernel> _opened = new();
    private readonly TorchSharpKernels _plain = new();

    /// <summary>What computes the update on a device.</summary>
    public IUpdateKernel Of(Update update, Device device)
    {
        if (update.Fused is { } kernel && kernel.RunsOn(device))
        {
            return _opened.GetOrAdd(kernel.Script.Name, _ => Tried(new FusedScript(kernel.Script), update));
        }
        return update.Script is { } script ? _opened.GetOrAdd(script.Name, _ => Tried(new ForeachScript(script), update)) : _plain;
    }

    private IUpdateKernel Tried(IUpdateKernel script, Update update)
    {
        try
        {
            return UpdateCheck.IsRight(script, update) ? script : _plain;
        }
        catch (ExternalException)
        {
            return _plain;
        }
    }
}
