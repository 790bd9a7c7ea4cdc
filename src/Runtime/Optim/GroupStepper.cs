using TorchSharp;
using TrainSdk.Optim.Kernels;
using TrainSdk.Optim.Updates;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Steps every group of parameters with one update, each at its own rates.</summary>
/// <param name="parameters">What to train.</param>
/// <param name="update">What to do with them.</param>
/// <param name="weightDecay">Weight decay of the parameters that have none of their own.</param>
internal sealed class GroupStepper(TrainableParameters parameters, Update update, double weightDecay) : IStateful, IDisposable
{
    private readonly UpdateState[] _states = [.. ParameterGroup.Of(parameters).Select(group => new UpdateState(group, update))];

    /// <summary>What is kept per group of parameters.</summary>
    public IReadOnlyList<UpdateState> States => _states;

    /// <summary>One step of all parameters that have a gradient.</summary>
    public void Step(double lr, Tensor skipIf)
    {
        using var _ = torch.no_grad();
        foreach (var state in _states)
        {
            using var guard = new StepGuard(skipIf, state.Constants);
            if (!guard.Skips)
            {
                var own = state.Group.Rates;
                state.Group.Kernels.Step(state, new StepRates(lr * own.LrScale, own.WeightDecay ?? weightDecay), guard);
            }
        }
    }

    /// <inheritdoc/>
    public void Save(StateWriter state) => Array.ForEach(_states, group => group.Save(state));

    /// <inheritdoc/>
    public void Load(StateReader state) => Array.ForEach(_states, group => group.Load(state));

    public void Dispose()
    {
        foreach (var state in _states)
        {
            state.Dispose();
        }
    }
}
