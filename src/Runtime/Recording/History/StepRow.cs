namespace TrainSdk.Recording.History;

/// <summary>A row of <c>steps.csv</c>.</summary>
/// <param name="Step">Optimizer step from 0.</param>
/// <param name="Epoch">Epoch from 0.</param>
/// <param name="Lr">Learning rate of the step.</param>
/// <param name="Loss">The loss that was minimised, smoothing included.</param>
/// <param name="GradNorm">The norm of all gradients before clipping; not finite where the step was left out.</param>
internal readonly record struct StepRow(long Step, int Epoch, double Lr, double Loss, double GradNorm);
