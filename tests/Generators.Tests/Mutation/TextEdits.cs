namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>Edits that know nothing of syntax: a file cut short, a hole, something pasted where the cursor happened to stand.</summary>
internal static class TextEdits
{
    private const int LongestHole = 40;
    private const string Typed = "{}()[]<>;:,.\"'@$#/*\\=!?&|\n\r\t\0 aZ9_\u00e9\u4e2d\ud83d";

    public static string Any(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, LongestHole), text.Length - at);
        return random.Next(5) switch
        {
            0 => text[..at],
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
            3 => text.Insert(at, Typed[random.Next(Typed.Length)].ToString()),
            _ => text.Replace(random.Next(2) == 0 ? "\n" : ";", random.Next(2) == 0 ? "\r\n" : "", StringComparison.Ordinal),
        };
    }
}
