using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>Options that put other data in place of the app's own.</summary>
internal static class DataOptions
{
    private const int LongestSide = 8192;

    private static readonly OptionSpec Data = new(
        "--data", "PATH", "a folder of pictures by class, a .csv file, or for models of text a .txt file", OptionGroup.Data)
    {
        Default = "the app's own",
        Expected = "a folder, or a .csv or .txt file",
    };

    private static readonly OptionSpec ImageSize = new("--image-size", "HxW", "size of the pictures of --data", OptionGroup.Data)
    {
        Default = "as in the app's own data",
        Expected = "a size such as 64 or 64x48",
    };

    private static readonly OptionSpec Label = new("--label", "NAME", "label column of the table of --data", OptionGroup.Data)
    {
        Default = "the last one",
        Expected = "the name of a column",
    };

    private static readonly OptionSpec OnBad = new(
        "--on-bad-sample", "fail|skip", "what a picture or row of --data that cannot be read does: it ends the run, or is left out",
        OptionGroup.Data)
    {
        Default = "fail",
        Expected = "fail or skip",
    };

    /// <summary>The options.</summary>
    public static IReadOnlyList<OptionSpec> Specs { get; } = [Data, ImageSize, Label, OnBad];

    /// <summary>The data that were asked for; null for the app's own.</summary>
    /// <exception cref="TrainException">The others are given without <c>--data</c>, or a size is none.</exception>
    public static RecordedData? Of(ParsedArguments arguments)
    {
        if (arguments[Data] is not { } path)
        {
            return new[] { ImageSize, Label, OnBad }.FirstOrDefault(option => arguments[option] is not null) is { } alone
                ? throw new TrainException($"{alone.Name} says how to read {Data.Name}, which is not given")
                : null;
        }
        if (arguments[ImageSize] is { } size && SizeOf(size) is null)
        {
            throw new TrainException($"{ImageSize.Name}: '{size}' is not {ImageSize.Expected}");
        }
        if (arguments[OnBad] is { } text && OnBadOf(text) is null)
        {
            throw new TrainException($"{OnBad.Name}: '{text}' is not {OnBad.Expected}");
        }
        return new RecordedData(Path.GetFullPath(path), arguments[ImageSize], arguments[Label], arguments[OnBad]);
    }

    /// <summary>What is done about a sample that cannot be read; null where the text does not say.</summary>
    public static OnBadSample? OnBadOf(string text) => text switch
    {
        "fail" => OnBadSample.Fail,
        "skip" => OnBadSample.Skip,
        _ => null,
    };

    /// <summary>Height and width; null where the text is no size.</summary>
    public static (int Height, int Width)? SizeOf(string text)
    {
        var sides = text.Split('x', 'X');
        return sides.Length is 1 or 2
            && NumberText.TryInteger(sides[0], out var height) && NumberText.TryInteger(sides[^1], out var width)
            && height is > 0 and <= LongestSide && width is > 0 and <= LongestSide
            ? ((int)height, (int)width)
            : null;
    }
}
