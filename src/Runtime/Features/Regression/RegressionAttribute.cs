namespace TrainSdk;

/// <summary>
/// Numbers as targets: mean squared error as the loss, mean absolute error as the metric.
/// The model's output and the target are both [batch, values].
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RegressionAttribute : Attribute;
