namespace TrainSdk.Generators.Model;

/// <summary>An attribute as it stands on a model class.</summary>
/// <param name="TypeName">Full metadata name of the attribute's class, such as <c>TrainSdk.MetricAttribute`1</c>.</param>
/// <param name="Written">Its text for comments, <c>[AdamW(WeightDecay = 1e-4)]</c>, without line breaks.</param>
/// <param name="Parameters">Names of the chosen constructor's parameters; empty where none could be chosen yet.</param>
/// <param name="Arguments">The readable arguments that were written. A default that was not written is not among them.</param>
internal sealed record AttributeUse(
    string TypeName, string Written, EquatableArray<string> Parameters, EquatableArray<AttributeArgument> Arguments)
{
    /// <summary>A generic attribute's type arguments, as they are written in generated code.</summary>
    public EquatableArray<string> TypeArguments { get; init; }

    /// <summary>The attribute without its arguments: <c>[AdamW]</c>.</summary>
    public string Name => Written.IndexOf('(') is var open and > 0 ? Written.Substring(0, open) + "]" : Written;

    /// <summary>The value of an argument; null where it was not written, or cannot be read.</summary>
    public object? ValueOf(string argument) =>
        Arguments.FirstOrDefault(written => string.Equals(written.Name, argument, StringComparison.OrdinalIgnoreCase))?.Value;

    public bool Wrote(string argument) =>
        Arguments.Any(written => string.Equals(written.Name, argument, StringComparison.OrdinalIgnoreCase));
}
