using TrainSdk.Optim.Updates;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Computes the steps of updates. It does not make the host wait, and leaves parameters without a gradient, and what is kept of them, as
/// they are. Call it without gradient tracking.
/// </summary>
internal interface IUpdateKernel
{
    /// <summary>One step of a group.</summary>
    /// <param name="state">What to do, parameters, buffers and step counts.</param>
    /// <param name="rates">Learning rate and weight decay.</param>
    /// <param name="guard">Whether weights and state stay as they are.</param>
    void Step(UpdateState state, in StepRates rates, in StepGuard guard);
}
