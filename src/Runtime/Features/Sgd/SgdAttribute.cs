namespace TrainSdk;

/// <summary>
/// Stochastic gradient descent with momentum, PyTorch's form. It usually wants a 10 to 100 times larger learning rate than Adam.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SgdAttribute : Attribute
{
    /// <summary>Share of the last update kept, 0 to below 1; default 0.9.</summary>
    public double Momentum { get; set; } = 0.9;

    /// <summary>Looks ahead along the momentum (Nesterov); default false. Needs a momentum above 0.</summary>
    public bool Nesterov { get; set; }

    /// <summary>L2 factor added to the gradient, 0 or more; default 1e-4.</summary>
    public double WeightDecay { get; set; } = 1e-4;
}
