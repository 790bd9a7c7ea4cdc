using System.Text;
using System.Text.Json;

namespace TrainSdk.Settings;

/// <summary>Reads <c>--config FILE</c>: one JSON object with a plain value per setting, comments allowed.</summary>
internal static class SettingsFile
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The settings in the order of the file, each with its line.</summary>
    /// <exception cref="TrainException">There is no such file, it is not such an object, or a name stands twice.</exception>
    public static IReadOnlyList<GivenSetting> Read(string path)
    {
        var bytes = Bytes(path);
        try
        {
            return Parse(bytes, path);
        }
        catch (JsonException error)
        {
            throw new TrainException($"{Place(path, (error.LineNumber ?? 0) + 1)}: this is not JSON; write {{ \"lr\": 0.001 }}", error);
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"--config: cannot read {path}: {error.Message}", error);
        }
    }

    private static List<GivenSetting> Parse(byte[] bytes, string path)
    {
        ReadOnlySpan<byte> json = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        var reader = new Utf8JsonReader(json, Lenient);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new TrainException($"{Place(path, 1)}: a settings file is one JSON object; write {{ \"lr\": 0.001 }}");
        }
        var settings = new List<GivenSetting>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var place = Place(path, Line(json, reader.TokenStartIndex));
            if (settings.Any(given => string.Equals(given.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new TrainException($"{place}: '{name}' stands twice; remove one");
            }
            settings.Add(new GivenSetting(name, Text(ref reader, name, place), place, SettingName.Json));
        }
        reader.Read();
        return settings;
    }

    private static string Text(ref Utf8JsonReader reader, string name, string place) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new TrainException($"{place}: '{name}' needs a plain value; write a number, true, false or a text"),
    };

    private static long Line(ReadOnlySpan<byte> json, long position) => 1 + json[..(int)position].Count((byte)'\n');

    private static string Place(string path, long line) => $"{path} line {NumberText.Format(line)}";
}
