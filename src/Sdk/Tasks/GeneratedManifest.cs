using System;
using System.Collections.Generic;
using System.IO;

namespace TrainSdk.Sdk.Tasks;

/// <summary>The generator's list of its files: comment lines of three spaces and a hint name, in <c>TrainSdk.Manifest.g.cs</c>.</summary>
internal static class GeneratedManifest
{
    public const string FileName = "TrainSdk.Manifest.g.cs";
    private const string Entry = "//   ";

    public static IReadOnlyList<string> Read(string emitFolder)
    {
        var names = new List<string>();
        foreach (var line in File.ReadAllLines(Path.Combine(emitFolder, FileName)))
        {
            if (!line.StartsWith(Entry, StringComparison.Ordinal))
            {
                continue;
            }

            var name = line.Substring(Entry.Length).TrimEnd();
            if (name != FileName)
            {
                names.Add(name);
            }
        }

        return names;
    }
}
