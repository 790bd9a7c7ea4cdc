namespace TrainSdk.Generators.Model;

/// <summary>An edit of a class's attributes that mends what a diagnostic says. The analyzer names it, the code fix makes it.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Attribute">Name of the attribute, such as <c>AdamW</c>; empty for the one that the diagnostic stands on.</param>
/// <param name="Argument">Name of its argument, for the kinds that are about one.</param>
/// <param name="Code">What is written: an attribute without brackets, its name, or the argument's value.</param>
internal sealed record Cure(CureKind Kind, string Attribute, string Argument, string Code)
{
    /// <summary>The property of a diagnostic that holds its cures as text.</summary>
    public const string Property = "cures";

    private const char Field = '\t';
    private const char Line = '\n';

    /// <param name="code">The attribute without brackets: <c>ClipGradNorm(1.0)</c>.</param>
    public static Cure Add(string code) => new(CureKind.AddAttribute, "", "", code);

    public static Cure Remove(string attribute = "") => new(CureKind.RemoveAttribute, attribute, "", "");

    /// <param name="code">The new attribute without brackets: <c>Warmup(5)</c>.</param>
    public static Cure Replace(string code) => new(CureKind.ReplaceAttribute, "", "", code);

    public static Cure Rename(string attribute, string name) => new(CureKind.RenameAttribute, attribute, "", name);

    public static Cure Set(string attribute, string argument, string value) => new(CureKind.SetArgument, attribute, argument, value);

    public static Cure Move(string attribute, string argument, string value) => new(CureKind.MoveToArgument, attribute, argument, value);

    public static Cure RemoveArgument(string argument) => new(CureKind.RemoveArgument, "", argument, "");

    public static string ToText(IEnumerable<Cure> cures) => string.Join(
        Line.ToString(),
        cures.Select(static cure => string.Join(Field.ToString(), cure.Kind.ToString(), cure.Attribute, cure.Argument, cure.Code)));

    public static IEnumerable<Cure> FromText(string text) => text
        .Split([Line], StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => line.Split(Field))
        .Select(static parts => new Cure((CureKind)Enum.Parse(typeof(CureKind), parts[0]), parts[1], parts[2], parts[3]));
}
