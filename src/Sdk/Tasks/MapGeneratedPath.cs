using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TrainSdk.Sdk.Tasks;

/// <summary>Adds the entry to the compiler's path map that leads from an emitted file to the visible one.</summary>
public sealed class MapGeneratedPath : Task
{
    /// <summary>The map so far, in the compiler's form: <c>from=to,from=to</c>, with <c>,</c> and <c>=</c> doubled inside a path.</summary>
    public string PathMap { get; set; } = "";

    /// <summary>Absolute, ends with a separator.</summary>
    [Required]
    public string EmitFolder { get; set; } = "";

    /// <summary>Absolute, ends with a separator.</summary>
    [Required]
    public string VisibleFolder { get; set; } = "";

    /// <summary>The map with the new entry in front.</summary>
    [Output]
    public string Mapped { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        // the compiler maps a path once, so the target must be what the visible file itself is mapped to
        Mapped = Tasks.PathMap.Parse(PathMap).Prepend(EmitFolder, VisibleFolder).ToString();
        return true;
    }
}
