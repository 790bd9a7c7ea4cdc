namespace TrainSdk;

/// <summary>
/// Yes or no for each of several labels that may hold together: binary cross-entropy on raw scores (no sigmoid in the model), macro F1 as
/// the metric. The model's output is [batch, labels], above 0 for yes; the target [batch, labels] of 0 and 1 (floating point).
/// Metrics are given the target as bool, true above 0.5.
/// </summary>
/// <remarks>
/// Start without weights; rare labels may be given the number of no divided by the number of yes. A sigmoid at the end of <c>forward</c>
/// would be applied twice (TRAIN2023). <c>[LabelSmoothing]</c>, <c>[MixUp]</c> and <c>[CutMix]</c> need <c>[Classification]</c>. One
/// objective per class (TRAIN1009).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MultiLabelAttribute : Attribute
{
    /// <summary>
    /// What a yes weighs against a no, above 0, one number per label; default none, which weighs them alike. The loss is still divided by
    /// the number of samples and labels, as in PyTorch's <c>BCEWithLogitsLoss(pos_weight)</c>. It is a part of the loss, in validation too.
    /// </summary>
    public double[]? PosWeights { get; set; }
}
