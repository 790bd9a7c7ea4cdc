using TrainSdk.Settings;

namespace TrainSdk;

/// <summary>What became of a file of weights that a model started from.</summary>
public sealed record PretrainedReport
{
    private const int NamesShown = 5;

    /// <summary>Full path of the file.</summary>
    public required string File { get; init; }

    /// <summary>The layers that were filled, by the start of their names; empty for the whole model.</summary>
    public required string Prefix { get; init; }

    /// <summary>Weights and buffers that were filled, by their names in the model.</summary>
    public required IReadOnlyList<string> Loaded { get; init; }

    /// <summary>Numbers that were filled, over all of <see cref="Loaded"/>.</summary>
    public required long Numbers { get; init; }

    /// <summary>Weights and buffers of these layers that the file does not have: they stay as they were initialised.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Tensors that nothing in these layers takes, by their names in the file.</summary>
    public required IReadOnlyList<string> LeftOver { get; init; }

    /// <summary>All of it in one line.</summary>
    public override string ToString()
    {
        var whole = Prefix.Length == 0 ? "the model" : Prefix;
        return $"{Path.GetFileName(File)} into {whole}: {NumberText.Format(Loaded.Count)} tensors loaded"
            + $", {NumberText.Format(Numbers)} numbers"
            + Listed("missing in the file", Missing) + Listed("left over in the file", LeftOver);
    }

    private static string Listed(string what, IReadOnlyList<string> names)
    {
        var rest = names.Count > NamesShown ? $" and {NumberText.Format(names.Count - NamesShown)} more" : "";
        return names.Count == 0 ? "" : $"; {what}: {string.Join(", ", names.Take(NamesShown))}{rest}";
    }
}
