namespace TrainSdk.Generators.Text;

/// <summary>Upper and lower case, the same in every culture.</summary>
internal static class Letters
{
    public static string Capitalize(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
