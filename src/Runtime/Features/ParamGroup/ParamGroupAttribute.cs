namespace TrainSdk;

/// <summary>
/// Gives some of the model's parameters a learning rate and a weight decay of their own: a pretrained backbone that moves more slowly than
/// a new head, a layer that does not decay. May be written several times; each parameter is in one group at most, which is checked when
/// training starts. All others go by the optimizer's own numbers.
/// </summary>
/// <remarks>
/// Start with LrScale = 0.1 for a pretrained backbone. The schedule multiplies every group's rate alike. A group that sets nothing is
/// TRAIN1021, two that overlap TRAIN1022, a layer that is not there TRAIN1042.
/// </remarks>
/// <param name="parameters">
/// The start of parameter names, up to a dot: <c>"backbone"</c> means <c>backbone.conv1.weight</c>. Or <c>nameof</c> of a method of the
/// model without parameters that returns <c>IEnumerable&lt;Parameter&gt;</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ParamGroupAttribute(string parameters) : Attribute
{
    /// <summary>The start of parameter names, or the name of a method.</summary>
    public string Parameters { get; } = parameters;

    /// <summary>What the learning rate of every step is multiplied by, greater than 0; default 1.</summary>
    public double LrScale { get; set; } = 1;

    /// <summary>Weight decay in place of the optimizer's, 0 or more; default the optimizer's.</summary>
    public double WeightDecay { get; set; }
}
