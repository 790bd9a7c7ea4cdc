namespace TrainSdk;

/// <summary>
/// One of several classes per sample: cross-entropy on raw scores (no softmax in the model), accuracy as the metric. The default objective.
/// The model's output is [batch, classes], the target [batch] of class indices (int64), or [batch, classes] of shares that sum to 1
/// (floating point).
/// </summary>
/// <remarks>
/// Write it to say what is meant; without any objective the loop is the same. For unbalanced classes watch F1 (<c>[Metric&lt;F1&gt;]</c>)
/// before weighting them. <c>[LabelSmoothing(0.1)]</c>, <c>[MixUp]</c> and <c>[CutMix]</c> go with it. A softmax at the end of
/// <c>forward</c> would be applied twice (TRAIN2022). One objective per class (TRAIN1009).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ClassificationAttribute : Attribute
{
    /// <summary>
    /// What a sample of each class weighs in the loss, 0 or more, one number per class; default none, which weighs them alike. The loss is
    /// divided by the sum of the samples' weights, as in PyTorch's <c>CrossEntropyLoss(weight)</c>, over accumulated batches and whole
    /// splits too. It is a part of the loss, in validation too, and no setting: losses of two runs can be compared.
    /// </summary>
    public double[]? ClassWeights { get; set; }
}
