namespace TrainSdk;

/// <summary>
/// Yes or no per sample: binary cross-entropy on raw scores (no sigmoid in the model), accuracy as the metric.
/// The model's output is [batch] or [batch, 1], above 0 for yes; the target as many 0 and 1: class indices [batch] or numbers [batch, 1].
/// </summary>
/// <remarks>
/// Start with PosWeight 1 and watch F1 or AUC; weight only where yes is rare and missed. A sigmoid at the end of <c>forward</c> would be
/// applied twice (TRAIN2023). <c>[LabelSmoothing]</c>, <c>[MixUp]</c> and <c>[CutMix]</c> need <c>[Classification]</c>, with two scores.
/// One objective per class (TRAIN1009).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BinaryAttribute : Attribute
{
    /// <summary>
    /// What a yes weighs against a no, above 0; default 1. The number of no divided by the number of yes balances them. The loss is still
    /// divided by the number of samples, as in PyTorch's <c>BCEWithLogitsLoss(pos_weight)</c>. It is a part of the loss, in validation
    /// too, and no setting: losses of two runs can be compared.
    /// </summary>
    public double PosWeight { get; set; } = 1;
}
