namespace TrainSdk;

/// <summary>
/// One of several classes per sample: cross-entropy on raw scores (no softmax in the model), accuracy as the metric. The default objective.
/// The model's output is [batch, classes], the target [batch] of class indices (int64).
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ClassificationAttribute : Attribute;
