namespace TrainSdk.Serving;

/// <summary>A model's answer to one input.</summary>
public sealed record Prediction
{
    /// <summary>Name of the most probable class; null where the model gives numbers.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// Probability of <see cref="Label"/>, 0 to 1: the softmax of the model's scores. Null where the model gives numbers.
    /// </summary>
    public double? Probability { get; init; }

    /// <summary>Probability by class name, in the order of the class indices; empty where the model gives numbers.</summary>
    public IReadOnlyDictionary<string, double> Probabilities { get; init; } = new Dictionary<string, double>();

    /// <summary>The numbers of a regression, in the target's unit and order; empty for a classification.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];
}
