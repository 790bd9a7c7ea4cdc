using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// What <c>OnStepEnd</c> is given. Nothing here was read from the device: a hook that reads a number makes every step wait for it.
/// </summary>
/// <param name="Step">Optimizer step from 0.</param>
/// <param name="Epoch">Epoch from 0.</param>
/// <param name="Lr">Learning rate of the step.</param>
/// <param name="Count">Samples of the step.</param>
/// <param name="Loss">
/// The training loss: a scalar on the device, valid until the step is over; <c>Loss.detach().clone().DetachFromDisposeScope()</c> keeps it.
/// </param>
/// <param name="Norm">The norm of all gradients before clipping, on the device, valid until the step is over.</param>
public readonly record struct StepSummary(long Step, int Epoch, double Lr, long Count, Tensor Loss, GradientNorm Norm);
