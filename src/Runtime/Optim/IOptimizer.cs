using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Moves the weights along their gradients.</summary>
public interface IOptimizer : IDisposable
{
    /// <summary>
    /// Learning rate of the next step; set by the schedule before each one. Parameters of a group with a scale step at this rate times it.
    /// </summary>
    double Lr { get; set; }

    /// <summary>One update of all parameters.</summary>
    /// <param name="skipIf">A scalar; where it is not 0, weights and the optimizer's own state stay as they are.</param>
    void Step(Tensor skipIf);
}
