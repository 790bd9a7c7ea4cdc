using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>One topic of a model, before it stands in a file.</summary>
/// <param name="Topic">What it is of its model: the part of the file's name before <c>.g.cs</c>.</param>
/// <param name="What">What it holds, for the header.</param>
/// <param name="Write">Writes the members of the class.</param>
internal sealed record FilePart(string Topic, string What, Action<CodeWriter> Write)
{
    /// <summary>What the class implements here, with its colon; empty for nothing.</summary>
    public string Interfaces { get; init; } = "";

    /// <summary>Lines that are shown at the head of the file, as they are.</summary>
    public IReadOnlyList<string> Picture { get; init; } = [];
}
