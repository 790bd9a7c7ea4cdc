using System.Text;

namespace TrainSdk.Generators.Text;

/// <summary>
/// The start of weights' names as a part of an identifier: <c>layer1.0.bn_1</c> becomes <c>Layer1_0Bn1</c>. Only where two numbers
/// would run together a line stays between them.
/// </summary>
internal static class PrefixName
{
    public static string Of(string prefix)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var letter in prefix)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                startsWord = true;
                continue;
            }
            if (startsWord && char.IsDigit(letter) && name.Length > 0 && char.IsDigit(name[name.Length - 1]))
            {
                name.Append('_');
            }
            name.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }
        return name.ToString();
    }
}
