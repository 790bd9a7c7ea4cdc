using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>
/// Moves the weights along their gradients. Its state is kept by the parameters' names, under PyTorch's: <c>exp_avg/fc.weight</c>. The
/// learning rate is none of it.
/// </summary>
public interface IOptimizer : IStateful, IDisposable
{
    /// <summary>
    /// Learning rate of the next step; set by the schedule before each one. Parameters of a group with a scale step at this rate times it.
    /// </summary>
    double Lr { get; set; }

    /// <summary>One update of all parameters.</summary>
    /// <param name="skipIf">A scalar; where it is not 0, weights and the optimizer's own state stay as they are.</param>
    void Step(Tensor skipIf);
}
