namespace TrainSdk;

/// <summary>
/// Keeps layers as they are: their weights get no gradient and move by exactly nothing, whatever the optimizer's momentum and weight decay,
/// and their BatchNorm and dropout layers stay in evaluation mode. With <see cref="UntilEpoch"/> they learn from an epoch on; several such
/// attributes unfreeze a model by stages, and <c>[ParamGroup]</c> gives each stage a rate of its own.
/// </summary>
/// <remarks>
/// For small data on a pretrained backbone: start with <c>[Freeze("backbone", UntilEpoch = 5)]</c>, then <c>[ParamGroup("backbone", LrScale
/// = 0.1)]</c> (Howard and Ruder, 2018). What is frozen for good must be right as it is: freeze the whole of what was filled. A layer that
/// is not there is TRAIN1042, the same one twice TRAIN1041.
/// </remarks>
/// <param name="prefix">
/// A layer's or parameter's name, or the start of names up to a dot: <c>backbone</c> means <c>backbone.conv1.weight</c>, but not
/// <c>backbone2.weight</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class FreezeAttribute(string prefix) : Attribute
{
    /// <summary>The layers: a name, or the start of names up to a dot.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Epochs before they learn, 0 or more; without it they never do.</summary>
    public int UntilEpoch { get; set; }
}
