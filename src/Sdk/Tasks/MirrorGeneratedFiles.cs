using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TrainSdk.Sdk.Tasks;

/// <summary>Brings the project's generated folder in line with the generator's manifest.</summary>
public sealed class MirrorGeneratedFiles : Task
{
    /// <summary>Where the compiler wrote the generator's files and their manifest.</summary>
    [Required]
    public string EmitFolder { get; set; } = "";

    /// <summary>The folder that the user reads and commits.</summary>
    [Required]
    public string VisibleFolder { get; set; } = "";

    /// <summary>What every help link starts with.</summary>
    [Required]
    public string HelpBase { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        var mirror = new FolderMirror(EmitFolder, VisibleFolder, GeneratedManifest.Read(EmitFolder));
        foreach (var file in mirror.Foreign())
        {
            Log.LogWarning(
                subcategory: null, warningCode: "TRAIN9023", helpKeyword: null, helpLink: HelpBase + "TRAIN9023", file: file,
                lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0,
                message: "This file is not generated and not compiled: the folder mirrors what TrainSdk generates. Move it elsewhere.");
        }

        mirror.Update();
        return !Log.HasLoggedErrors;
    }
}
