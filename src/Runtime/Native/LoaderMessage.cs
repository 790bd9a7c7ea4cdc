using System.Text.RegularExpressions;

namespace TrainSdk.Native;

/// <summary>Says in one line what the system's loader means and what to do about it.</summary>
internal static partial class LoaderMessage
{
    private const string RebuildCure = "delete bin and obj, restore and build again for this platform";

    /// <summary>The cause and the cure for the message of a failed load.</summary>
    /// <param name="file">The library that was to be loaded.</param>
    /// <param name="message">What <see cref="System.Runtime.InteropServices.NativeLibrary"/> said, in any number of lines.</param>
    public static string Explain(string file, string message)
    {
        var last = message.Split('\n').Select(static line => line.Trim()).LastOrDefault(static line => line.Length > 0) ?? "";
        var reason = last.Replace($" (required by {file})", "", StringComparison.Ordinal);
        return $"{file} does not load: {reason}; {Cure(reason)}";
    }

    private static string Cure(string reason)
    {
        if (MissingVersion().Match(reason) is { Success: true } version)
        {
            var name = version.Groups["name"].Value;
            return version.Groups["library"].Value == "GLIBCXX"
                ? $"this system's libstdc++ lacks {name}: build with TrainSdk's repair (TrainRepairNatives), or use a newer system"
                : $"this system's C library lacks {name}: use a newer system or container image";
        }
        if (reason.Contains("No such file", StringComparison.Ordinal) || reason.Contains("0x8007007E", StringComparison.OrdinalIgnoreCase))
        {
            return OperatingSystem.IsWindows()
                ? "a library that it needs is missing: install the Microsoft Visual C++ Redistributable, or " + RebuildCure
                : "the library named there is missing: install it, or " + RebuildCure;
        }
        return "the file is damaged or for another platform: " + RebuildCure;
    }

    [GeneratedRegex(@"version `(?<name>(?<library>GLIBCXX|GLIBC|CXXABI)_[0-9.]+)' not found")]
    private static partial Regex MissingVersion();
}
