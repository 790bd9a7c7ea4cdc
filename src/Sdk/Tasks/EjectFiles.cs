using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TrainSdk.Sdk.Tasks;

/// <summary>Writes files that the generator handed over into the project: all of them or none, and over no other file.</summary>
public sealed class EjectFiles : Task
{
    private const string Write = "write";
    private const string GoOn = "Nothing was written. Keep it, or delete or rename the file and eject again.";

    /// <summary>Where the compiler wrote the files.</summary>
    [Required]
    public string EmitFolder { get; set; } = "";

    /// <summary>The project's folder: files go beside their class, or here where that stands outside.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>What every help link starts with.</summary>
    [Required]
    public string HelpBase { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        var entries = EjectList.Read(EmitFolder);
        foreach (var entry in entries.Where(entry => entry[0] != Write))
        {
            if (entry[0] == "present")
            {
                Error("TRAIN9026", "", $"{entry[1]}. {GoOn}");
            }
            else
            {
                Error("TRAIN9025", "", $"TrainEject: {entry[1]}");
            }
        }

        var files = entries
            .Where(entry => entry[0] == Write)
            .Select(entry => (Source: entry[1], Target: Target(entry[2], entry[3])))
            .ToArray();
        foreach (var (_, target) in files.Where(file => File.Exists(file.Target)))
        {
            Error("TRAIN9026", target, $"{Path.GetFileName(target)} is there already. {GoOn}");
        }

        if (!Log.HasLoggedErrors)
        {
            Copy(files);
        }

        return !Log.HasLoggedErrors;
    }

    private void Copy(IEnumerable<(string Source, string Target)> files)
    {
        foreach (var (source, target) in files)
        {
            File.Copy(Path.Combine(EmitFolder, source), target, overwrite: false);
            Log.LogMessage(MessageImportance.High, "Ejected {0}: it is yours. Delete it to have it generated again.", target);
        }
    }

    private string Target(string name, string beside)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(beside))!;
        var project = Path.GetFullPath(ProjectFolder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return Path.Combine((folder + Path.DirectorySeparatorChar).StartsWith(project, StringComparison.Ordinal) ? folder : project, name);
    }

    private void Error(string code, string file, string message) => Log.LogError(
        subcategory: null, errorCode: code, helpKeyword: null, helpLink: HelpBase + code, file: file,
        lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0, message: message);
}
