namespace TrainSdk.Generators.Model;

/// <summary>One property of the generated <c>Hyperparameters</c>.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Default">Its default as a C# expression.</param>
/// <param name="Text">Its default as invariant text, as on the command line.</param>
internal sealed record SettingSpec(string Name, SettingKind Kind, string Default, string Text)
{
    /// <summary>Full name of the enum, for <see cref="SettingKind.Choice"/>.</summary>
    public string EnumType { get; init; } = "";

    /// <summary>What a constructor value means, from its <c>///</c> comment; empty where the rule table says it.</summary>
    public string Help { get; init; } = "";

    /// <summary>Whether the property can be public: an enum may be known inside the assembly alone.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Full name of the attribute that the value stands on; empty for constructor values.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>The attribute as it is written, since a class may have several of its kind.</summary>
    public string Written { get; init; } = "";

    /// <summary>The attribute's arguments that can hold the value.</summary>
    public EquatableArray<string> Arguments { get; init; }
}
