using Microsoft.Build.Framework;
using TrainSdk.Tasks.Files;

namespace TrainSdk.Tasks;

/// <summary>
/// Puts hard links to large package files into a build's output. What it cannot link it leaves to the copying that follows, so
/// it never fails a build.
/// </summary>
public sealed class LinkNativeFiles : Microsoft.Build.Utilities.Task
{
    /// <summary>The package files, with NuGet's metadata and <c>DestinationSubDirectory</c>.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The output folder.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The folder of the machine's store; see <see cref="NativeStore"/>.</summary>
    [Required]
    public string Store { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var missing = Files.Where(file => !NativeStore.Same(file.ItemSpec, Target(file))).ToArray();
            var store = new NativeStore(Path.GetFullPath(Store));
            if (missing.Length > 0 && store.CanLinkInto(Folder))
            {
                Array.ForEach(missing, file => Link(store, file));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.LogMessage(MessageImportance.Normal, "Native files are copied, not linked: {0}", error.Message);
        }

        return true;
    }

    private void Link(NativeStore store, ITaskItem file)
    {
        var (id, version) = (file.GetMetadata("NuGetPackageId"), file.GetMetadata("NuGetPackageVersion"));
        var kept = store.Keep(file.ItemSpec, Path.Combine(id.ToLowerInvariant(), version));
        var target = Target(file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Delete(target);
        if (!HardLink.TryCreate(kept, target))
        {
            Log.LogMessage(MessageImportance.Normal, "{0} cannot be linked into {1}; it is copied.", kept, target);
        }
    }

    private string Target(ITaskItem file) =>
        Path.Combine(Folder, file.GetMetadata("DestinationSubDirectory"), Path.GetFileName(file.ItemSpec));
}
