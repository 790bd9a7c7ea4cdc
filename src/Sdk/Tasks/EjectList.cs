using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace TrainSdk.Sdk.Tasks;

/// <summary>The generator's answer to <c>TrainEject</c>: comment lines of three spaces and fields, in <c>TrainSdk.Eject.g.cs</c>.</summary>
internal static class EjectList
{
    public const string FileName = "TrainSdk.Eject.g.cs";
    private const string Entry = "//   ";

    /// <summary>The entries: a kind, and what belongs to it.</summary>
    public static IReadOnlyList<string[]> Read(string emitFolder) => File.ReadAllLines(Path.Combine(emitFolder, FileName))
        .Where(line => line.StartsWith(Entry, StringComparison.Ordinal))
        .Select(line => line.Substring(Entry.Length).Split('\t'))
        .ToArray();
}
