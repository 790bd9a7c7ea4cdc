namespace TrainSdk.Checkpoints;

/// <summary>What a model's output means, as its objective says.</summary>
public enum OutputKind
{
    /// <summary>Not said: classes where the data had class names, else numbers.</summary>
    Inferred,

    /// <summary>A score per class, of which one holds.</summary>
    Classes,

    /// <summary>One score for yes or no.</summary>
    Binary,

    /// <summary>A score per label, of which several may hold.</summary>
    Labels,

    /// <summary>Numbers in the target's unit.</summary>
    Numbers,

    /// <summary>A score per token, at every place of a sequence.</summary>
    Tokens,
}
