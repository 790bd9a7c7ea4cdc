namespace TrainSdk;

/// <summary>
/// Numbers as targets: mean squared error as the loss unless another is given, mean absolute error as the metric.
/// The model's output and the target are both [batch, values].
/// </summary>
/// <param name="loss">What is trained on; <see cref="RegressionLoss.Mse"/> by default.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RegressionAttribute(RegressionLoss loss = RegressionLoss.Mse) : Attribute
{
    /// <summary>What is trained on, and measured on validation.</summary>
    public RegressionLoss Loss { get; } = loss;

    /// <summary>
    /// Where <see cref="RegressionLoss.Huber"/> goes over from squared to absolute, above 0, in the target's unit; default 1. As PyTorch's
    /// <c>HuberLoss(delta)</c>.
    /// </summary>
    public double Delta { get; set; } = 1;
}
