using TorchSharp;
using TrainSdk.Native;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>
/// A model's buffers, such as the running statistics of BatchNorm, and what they were before the present step. A forward pass changes
/// buffers before anybody knows whether the step is good: a NaN in a batch would stay in them although the weights never saw it.
/// </summary>
/// <remarks>Does nothing and holds nothing where the model has no buffers. Persistent or not makes no difference.</remarks>
public sealed class ModelBuffers : IDisposable
{
    private readonly BufferGroup[] _groups;

    /// <summary>Remembers the buffers as they are.</summary>
    /// <param name="model">The model, after it was moved to its device.</param>
    public ModelBuffers(nn.Module model)
        : this(model, KernelRoutes.Current.Kernels)
    {
    }

    /// <summary>The same with kernels of one's choice.</summary>
    internal ModelBuffers(nn.Module model, IKernels kernels)
    {
        _groups = BufferGroup.Of(model.buffers().Concat(ModuleBuffers.NotSaved(model)), kernels);
        Take();
    }

    /// <summary>
    /// Keeps what a step has made of the buffers, or puts back what they were before it. On another device than the CPU nothing is read
    /// back. Call once per optimizer step.
    /// </summary>
    /// <param name="unless">A scalar; where it is not 0 the step is left out, as by <c>optimizer.Step(skipIf: …)</c>.</param>
    public void Keep(Tensor unless)
    {
        if (_groups.Length == 0)
        {
            return;
        }
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var known = HostMemory.Number(unless);
        var isLeftOut = known is null ? unless.ne(0) : unless;
        foreach (var group in _groups)
        {
            if (known is null || !group.IsOnHost)
            {
                group.Keep(isLeftOut);
            }
            else if (known == 0)
            {
                group.Take();
            }
            else
            {
                group.Restore();
            }
        }
    }

    /// <summary>Remembers the buffers as they are now: after weights were loaded, before the first step.</summary>
    internal void Take()
    {
        using var _ = torch.no_grad();
        Array.ForEach(_groups, static group => group.Take());
    }

    /// <summary>Puts the buffers back as they were before the present step, which will be done again.</summary>
    internal void Restore()
    {
        using var _ = torch.no_grad();
        Array.ForEach(_groups, static group => group.Restore());
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_groups, static group => group.Dispose());
}
