using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TrainSdk.Tasks.Elf;
using TrainSdk.Tasks.Files;

namespace TrainSdk.Tasks;

/// <summary>
/// Lets TorchSharp's Linux library load where libstdc++ is older than GCC 13's (Debian 12, Ubuntu 22.04, RHEL 9), by marking
/// the one needed version that those lack as weak, on a copy. The package's own file is never written.
/// </summary>
public sealed class RepairNativeLibrary : Microsoft.Build.Utilities.Task
{
    /// <summary>The package files to repair, with NuGet's metadata.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The needed version to mark as weak, for example <c>GLIBCXX_3.4.32</c>.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>The runtime identifier built for; part of the copy's key.</summary>
    [Required]
    public string RuntimeIdentifier { get; set; } = "";

    /// <summary>The folder for the copies, below the project's <c>obj</c>.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>What every help link starts with.</summary>
    [Required]
    public string HelpBase { get; set; } = "";

    /// <summary>The files that have a repaired copy.</summary>
    [Output]
    public ITaskItem[] Originals { get; private set; } = [];

    /// <summary>Their copies, in the same order, with the same metadata.</summary>
    [Output]
    public ITaskItem[] Copies { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var pairs = Files.Select(file => (file, copy: Repair(file))).Where(pair => pair.copy is not null).ToArray();
        Originals = [.. pairs.Select(pair => pair.file)];
        Copies = [.. pairs.Select(pair => pair.copy!)];
        return !Log.HasLoggedErrors;
    }

    private TaskItem? Repair(ITaskItem file)
    {
        var source = file.GetMetadata("FullPath");
        try
        {
            var original = File.ReadAllBytes(source);
            var repaired = (byte[])original.Clone();
            var result = WeakVersion.Mark(repaired, Version);
            if (result is not WeakVersionResult.Patched)
            {
                Log.LogMessage(MessageImportance.Low, "{0} is used as it is: {1} of {2}.", source, result, Version);
                return null;
            }

            return Copy(file, original, repaired);
        }
        catch (ElfFormatException damage)
        {
            Error("TRAIN9010", $"{source} {damage.Message}; delete its package folder and restore again.");
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Error("TRAIN9011", $"The repaired copy of {source} could not be made in {Folder}: {error.Message}");
            return null;
        }
    }

    private TaskItem Copy(ITaskItem file, byte[] original, byte[] repaired)
    {
        var name = Path.GetFileName(file.ItemSpec);
        var path = RepairedCopy.PathOf(Folder, $"{file.GetMetadata("NuGetPackageVersion")}-{RuntimeIdentifier}", name, original);
        if (RepairedCopy.Write(path, repaired))
        {
            Log.LogMessage(MessageImportance.Normal, "{0}: {1} marked as weak in {2}.", name, Version, path);
        }

        var copy = new TaskItem(path);
        file.CopyMetadataTo(copy);
        return copy;
    }

    private void Error(string code, string message) => Log.LogError(
        subcategory: null, errorCode: code, helpKeyword: null, helpLink: HelpBase + code, file: BuildEngine.ProjectFileOfTaskNode,
        lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0, message: "{0}", messageArgs: message);
}
