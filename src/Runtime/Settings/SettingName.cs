using System.Text;

namespace TrainSdk.Settings;

/// <summary>The names of one setting in the places where it can be given.</summary>
internal static class SettingName
{
    /// <summary>What every environment variable with a setting begins with.</summary>
    public const string EnvironmentPrefix = "TRAIN__";

    /// <summary>On the command line: <c>--clip-grad-norm</c>.</summary>
    public static string Option(string name)
    {
        var option = new StringBuilder("--");
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && StartsWord(name, i))
            {
                option.Append('-');
            }
            option.Append(char.ToLowerInvariant(name[i]));
        }
        return option.ToString();
    }

    /// <summary>In a settings file: <c>clipGradNorm</c>.</summary>
    public static string Json(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>In the environment: <c>TRAIN__CLIPGRADNORM</c>.</summary>
    public static string Environment(string name) => EnvironmentPrefix + name.ToUpperInvariant();

    // A word starts at a capital after a small letter or digit, and at the last capital of a row: MaxLr, Beta1Decay, UseBNLayer.
    private static bool StartsWord(string name, int i) =>
        char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
