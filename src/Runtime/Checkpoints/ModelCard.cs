using TrainSdk.Data;

namespace TrainSdk.Checkpoints;

/// <summary>What a stranger needs to use a trained model, stored in its weights file.</summary>
public sealed record ModelCard
{
    /// <summary>Name of the model class.</summary>
    public required string Model { get; init; }

    /// <summary>Whether the model came ready-made from the caller, so that <see cref="Constructor"/> does not describe it.</summary>
    public bool IsExternal { get; init; }

    /// <summary>The constructor's values as invariant text, by the name of the hyperparameter.</summary>
    public IReadOnlyDictionary<string, string> Constructor { get; init; } = new Dictionary<string, string>();

    /// <summary>How raw inputs become numbers for the model.</summary>
    public required InputEncoding Encoding { get; init; }

    /// <summary>What the output means.</summary>
    public OutputKind Output { get; init; }

    /// <summary>Names of the classes by index; empty for numbers as targets.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];
}
