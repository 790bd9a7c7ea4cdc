namespace TrainSdk.Generators.Model;

/// <summary>How people lay out the source of a project, as far as it can be told.</summary>
/// <param name="HasBlockNamespaces">Whether a namespace stands around its types in braces.</param>
/// <param name="Indent">One step of indentation.</param>
/// <param name="LineEnd">What ends a line.</param>
internal sealed record SourceStyle(bool HasBlockNamespaces, string Indent, string LineEnd)
{
    /// <summary>What generated files have.</summary>
    public static SourceStyle Plain { get; } = new(HasBlockNamespaces: false, "    ", "\n");
}
