using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// What stochastic gradient descent keeps of a group: its momentum, from zero on. Without dampening the first step makes it the gradient,
/// as PyTorch sets it, and a first step that is left out needs no memory of its own.
/// </summary>
internal sealed class SgdState : IDisposable
{
    public SgdState(ParameterGroup group, bool hasMomentum)
    {
        using var _ = torch.no_grad();
        Group = group;
        Momentum = hasMomentum ? group.Zeros() : [];
        Constants = new DeviceConstants(group.Device);
    }

    public ParameterGroup Group { get; }

    /// <summary>Running sums of the gradients; none without momentum.</summary>
    public Tensor[] Momentum { get; }

    public DeviceConstants Constants { get; }

    public void Dispose()
    {
        foreach (var tensor in Momentum)
        {
            tensor.Dispose();
        }
        Constants.Dispose();
    }
}
