namespace TrainSdk.Generators.Model;

/// <summary>What a model's <c>forward</c> takes and gives.</summary>
/// <param name="Inputs">Tensors that it takes.</param>
/// <param name="OutputType">Type of what it gives, as in generated code; empty for a tensor.</param>
/// <param name="Scores">
/// What is called to get the tensor that metrics and predictions read from another output; empty where there is nothing to call.
/// </param>
internal sealed record Forward(int Inputs, string OutputType, string Scores)
{
    /// <summary>One tensor to one tensor.</summary>
    public static Forward Plain { get; } = new(1, "", "");

    /// <summary>Whether the output is a tensor.</summary>
    public bool GivesTensor => OutputType.Length == 0;

    /// <summary>Whether metrics and predictions have a tensor to read.</summary>
    public bool IsMeasurable => GivesTensor || Scores.Length > 0;

    /// <summary>The tensor that metrics read, as an expression over <c>output</c>.</summary>
    public string Measured => Scores.Length > 0 ? $"{Scores}(output)" : "output";

    /// <summary>What the model is called with: <c>batch.Input</c>, or <c>batch.Inputs[0], batch.Inputs[1]</c>.</summary>
    public string Arguments => Inputs == 1 ? "batch.Input" : Each("batch.Inputs");

    /// <summary>The items of a list, one per input.</summary>
    public string Each(string list) => string.Join(", ", Enumerable.Range(0, Inputs).Select(at => $"{list}[{at}]"));
}
