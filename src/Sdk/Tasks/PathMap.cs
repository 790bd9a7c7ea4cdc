using System;
using System.Collections.Generic;
using System.Linq;

namespace TrainSdk.Sdk.Tasks;

/// <summary>The compiler's <c>-pathmap</c>, with its rules: the longest matching prefix wins, separators follow the replacement.</summary>
internal sealed class PathMap
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _entries;

    private PathMap(IReadOnlyList<KeyValuePair<string, string>> entries) => _entries = entries;

    public static PathMap Parse(string text)
    {
        var entries = new List<KeyValuePair<string, string>>();
        foreach (var entry in Split(text, ','))
        {
            var sides = Split(entry, '=');
            if (sides.Count == 2)
            {
                entries.Add(new KeyValuePair<string, string>(Closed(Unescape(sides[0])), Closed(Unescape(sides[1]))));
            }
        }

        return new PathMap(entries);
    }

    /// <summary>Leads <paramref name="from"/> to where <paramref name="to"/> leads already.</summary>
    public PathMap Prepend(string from, string to)
        => new PathMap(new[] { new KeyValuePair<string, string>(from, Apply(to)) }.Concat(_entries).ToArray());

    public string Apply(string path)
    {
        var match = _entries
            .Where(entry => path.StartsWith(entry.Key, StringComparison.Ordinal))
            .OrderByDescending(entry => entry.Key.Length)
            .FirstOrDefault();
        if (match.Key is null)
        {
            return path;
        }

        var mapped = match.Value + path.Substring(match.Key.Length);
        return match.Value.IndexOf('\\') < 0 ? mapped.Replace('\\', '/') : mapped;
    }

    public override string ToString() => string.Join(",", _entries.Select(entry => Escape(entry.Key) + "=" + Escape(entry.Value)));

    private static string Escape(string path) => path.Replace(",", ",,").Replace("=", "==");

    private static string Unescape(string path) => path.Replace(",,", ",").Replace("==", "=");

    private static string Closed(string path)
    {
        var last = path.Length == 0 ? '/' : path[path.Length - 1];
        return last == '/' || last == '\\' ? path : path + (path.IndexOf('\\') >= 0 ? '\\' : '/');
    }

    /// <summary>Splits at single separators; a doubled one belongs to the path.</summary>
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != separator)
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == separator)
            {
                i++;
                continue;
            }

            parts.Add(text.Substring(start, i - start));
            start = i + 1;
        }

        parts.Add(text.Substring(start));
        return parts.Where(part => part.Length > 0).ToList();
    }
}
