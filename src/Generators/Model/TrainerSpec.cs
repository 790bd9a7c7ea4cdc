using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Model;

/// <summary>Everything that the generated files of one model depend on; two equal specs give the same files.</summary>
internal sealed record TrainerSpec
{
    /// <summary>Namespace as written in code; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the class, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The types that the class is nested in, from the outermost; empty for most.</summary>
    public EquatableArray<Container> Containers { get; init; }

    /// <summary>What the model takes and gives.</summary>
    public Forward Forward { get; init; } = Forward.Plain;

    /// <summary>Names of the hooks that the class implements, in the order in which the loop calls them.</summary>
    public EquatableArray<string> Hooks { get; init; }

    /// <summary>The training attributes, in the order of the catalog.</summary>
    public required EquatableArray<AttributeUse> Attributes { get; init; }

    /// <summary>The constructor's values, in its order.</summary>
    public required EquatableArray<ConstructorValue> Constructor { get; init; }

    /// <summary>What <c>RegisterComponents</c> registers; null where the class writes that method itself.</summary>
    public required EquatableArray<Component>? Components { get; init; }

    /// <summary>
    /// The names that its layers can have; null where they cannot be known before it runs, and where nobody asks: no file depends on them.
    /// </summary>
    public EquatableArray<string>? VisibleLayers { get; init; }

    /// <summary>The class's methods that list parameters: without arguments, returning <c>IEnumerable&lt;Parameter&gt;</c>.</summary>
    public required EquatableArray<string> ParameterMethods { get; init; }

    /// <summary>The class's own loss.</summary>
    public required OwnLoss Loss { get; init; }

    /// <summary>The loop that the class has in its own source; null for most, whose loop is generated.</summary>
    public EjectedLoop? Ejected { get; init; }

    /// <summary>Whether a base of the class is a model too, some of whose generated members its own hide.</summary>
    public bool HidesMembers { get; init; }

    /// <summary>
    /// The class's name in code: with <c>@</c> where it is a keyword or one of the names that generated code uses for something else.
    /// </summary>
    public string TypeName => NameInCode(Name);

    /// <summary>The same of any type around the class.</summary>
    public string NameInCode(string name) => TakenNames.Contains(name) ? "@" + name : Identifier.Escape(name);

    /// <summary>Whether the class brings its loss.</summary>
    public bool HasOwnLoss => Loss.Form != LossForm.None;

    /// <summary>Names used by generated code that mean something else inside this class or its namespaces.</summary>
    public EquatableArray<string> TakenNames { get; init; }
}
