namespace TrainSdk.Serving;

/// <summary>A model's answer to one input.</summary>
public sealed record Prediction
{
    /// <summary>
    /// Name of the most probable class, or of the most probable next token; null where the model gives numbers or labels.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>Names of the labels that are more probable than not; null where the model gives one class, or numbers.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>
    /// Probability of <see cref="Label"/>, 0 to 1: the softmax of the model's scores, or the sigmoid of its one score. Null where there is
    /// no such label.
    /// </summary>
    public double? Probability { get; init; }

    /// <summary>
    /// Probability by name of the class, label or token, in the order of their indices; those of labels do not sum to 1. Empty where the
    /// model gives numbers.
    /// </summary>
    public IReadOnlyDictionary<string, double> Probabilities { get; init; } = new Dictionary<string, double>();

    /// <summary>The numbers of a regression, in the target's unit and order; empty for a classification.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];
}
