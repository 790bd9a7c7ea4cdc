using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace TrainSdk.Sdk.Tasks;

/// <summary>Makes the visible folder hold exactly the listed files; touches nothing that is right already, and no user's file.</summary>
internal sealed class FolderMirror
{
    private readonly string _emitFolder;
    private readonly string _visibleFolder;
    private readonly HashSet<string> _names;

    public FolderMirror(string emitFolder, string visibleFolder, IEnumerable<string> names)
    {
        _emitFolder = emitFolder;
        _visibleFolder = visibleFolder;
        _names = new HashSet<string>(names, StringComparer.Ordinal);
    }

    /// <summary>Full paths of C# files in the folder that the generator did not write.</summary>
    public IReadOnlyList<string> Foreign()
        => Existing().Where(file => !GeneratedHeader.IsOn(file)).OrderBy(file => file, StringComparer.Ordinal).ToArray();

    /// <summary>Deletes first: on a case-insensitive file system a class renamed by case alone is one file under two names.</summary>
    public void Update()
    {
        foreach (var file in Existing())
        {
            if (!_names.Contains(Path.GetFileName(file)) && GeneratedHeader.IsOn(file))
            {
                File.Delete(file);
            }
        }

        foreach (var name in _names)
        {
            Write(Path.Combine(_emitFolder, name), Path.Combine(_visibleFolder, name));
        }
    }

    private static void Write(string source, string target)
    {
        var content = File.ReadAllBytes(source);
        if (File.Exists(target) && (File.ReadAllBytes(target).SequenceEqual(content) || !GeneratedHeader.IsOn(target)))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, content);
    }

    private IEnumerable<string> Existing()
        => Directory.Exists(_visibleFolder) ? Directory.GetFiles(_visibleFolder, "*.cs") : Array.Empty<string>();
}
