using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace TrainSdk.Tests;

/// <summary>
/// Compares text with a file in Verify's format: <c>_snapshots/NAME.verified.EXT</c> beside the test. On a mismatch the text is written as
/// <c>NAME.received.EXT</c>; renaming that file accepts it. Where CI=true nothing is written.
/// </summary>
internal static class Snapshot
{
    private const int LinesShown = 12;

    /// <summary>Fails where the text differs from the accepted one.</summary>
    public static void Verify(string text, string name, string extension = "cs", [CallerFilePath] string test = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(test)!, "_snapshots");
        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (expected?.TrimEnd() == text.TrimEnd())
        {
            File.Delete(received);
            return;
        }
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(received, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        throw new XunitException(expected is null
            ? $"There is no {verified}. If the received text is right, rename it.\n{text}"
            : $"{verified} differs from what was received:\n{Difference(expected, text)}");
    }

    private static string Difference(string expected, string received)
    {
        var before = expected.TrimEnd().Split('\n');
        var after = received.TrimEnd().Split('\n');
        var first = before.Zip(after).TakeWhile(static pair => pair.First == pair.Second).Count();
        var text = new StringBuilder($"from line {first + 1}\n");
        text.AppendJoin("", before.Skip(first).Take(LinesShown).Select(static line => $"- {line}\n"));
        text.AppendJoin("", after.Skip(first).Take(LinesShown).Select(static line => $"+ {line}\n"));
        return text.ToString();
    }
}
