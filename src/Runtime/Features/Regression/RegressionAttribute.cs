namespace TrainSdk;

/// <summary>
/// Numbers as targets: mean squared error as the loss unless another is given, mean absolute error as the metric.
/// The model's output and the target are both [batch, values].
/// </summary>
/// <remarks>
/// Start with the squared error and targets of about mean 0 and deviation 1; take <see cref="RegressionLoss.Huber"/> or <see
/// cref="RegressionLoss.Mae"/> where outliers lead. Metrics of classes (TRAIN1033), <c>[LabelSmoothing]</c> (TRAIN1014), <c>[MixUp]</c> and
/// <c>[CutMix]</c> (TRAIN1024) do not go with it. One objective per class (TRAIN1009).
/// </remarks>
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
