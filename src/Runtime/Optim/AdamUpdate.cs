using TorchSharp;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>What Adam and AdamW share: all but where weight decay enters.</summary>
internal sealed class AdamUpdate(TrainableParameters parameters) : IDisposable
{
    private readonly AdamState[] _states = [.. ParameterGroup.Of(parameters).Select(static group => new AdamState(group))];

    /// <summary>What is kept per group of parameters.</summary>
    public IReadOnlyList<AdamState> States => _states;

    /// <summary>One step of all parameters that have a gradient.</summary>
    public void Step(in AdamNumbers numbers, Tensor skipIf)
    {
        using var _ = torch.no_grad();
        foreach (var state in _states)
        {
            using var guard = new StepGuard(skipIf, state.Constants);
            if (!guard.Skips)
            {
                state.Group.Kernels.Adam(state, numbers, guard);
            }
        }
    }

    public void Dispose()
    {
        foreach (var state in _states)
        {
            state.Dispose();
        }
    }
}
