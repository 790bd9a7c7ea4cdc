namespace TrainSdk.Generators.Parsing;

/// <summary>What the declarations of a project have become since a class was read.</summary>
/// <param name="types">Names of the types that stand, or stood, in files that declare something else now.</param>
/// <param name="isForAll">Whether it concerns classes that name none of them: references, options, extensions, namespaces.</param>
internal sealed class DeclarationChange(IReadOnlyList<string> types, bool isForAll)
{
    /// <summary>Whether a class that depends on its surroundings by these names can have become another.</summary>
    public bool Concerns(Lazy<HashSet<string>> names) => isForAll || (types.Count > 0 && types.Any(names.Value.Contains));
}
