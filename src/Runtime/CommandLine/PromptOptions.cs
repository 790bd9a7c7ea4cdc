using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>How a model of text goes on with a prompt.</summary>
internal static class PromptOptions
{
    private const int AssumedLength = 100;

    private static readonly OptionSpec Length = new("--length", "N", "most tokens to add to a prompt, at least 1", OptionGroup.Output)
    {
        Default = NumberText.Format(AssumedLength),
        Expected = "a whole number such as 100",
    };

    private static readonly OptionSpec Temperature = new(
        "--temperature", "T", "1 draws by the model's probabilities, less favours likely tokens, 0 takes the likeliest", OptionGroup.Output)
    {
        Default = "1",
        Expected = "a number from 0 such as 0.8",
    };

    private static readonly OptionSpec Seed = new("--seed", "N", "another one draws another text", OptionGroup.Output)
    {
        Default = "0",
        Expected = "a whole number such as 1",
    };

    /// <summary>The options.</summary>
    public static IReadOnlyList<OptionSpec> Specs { get; } = [Length, Temperature, Seed];

    /// <exception cref="TrainException">It is not a whole number from 1.</exception>
    public static int LengthOf(ParsedArguments arguments) => MachineOptions.Count(arguments, Length) ?? AssumedLength;

    /// <exception cref="TrainException">It is not a number from 0.</exception>
    public static double TemperatureOf(ParsedArguments arguments) =>
        NumberText.TryNumber(arguments[Temperature] ?? Temperature.Default, out var value) && value >= 0 && double.IsFinite(value)
            ? value
            : throw new TrainException($"{Temperature.Name}: '{arguments[Temperature]}' is not {Temperature.Expected}");

    /// <exception cref="TrainException">It is not a whole number.</exception>
    public static long SeedOf(ParsedArguments arguments) => NumberText.TryInteger(arguments[Seed] ?? Seed.Default, out var value)
        ? value
        : throw new TrainException($"{Seed.Name}: '{arguments[Seed]}' is not {Seed.Expected}");

    /// <summary>Refuses them where the model does not go on with text.</summary>
    /// <exception cref="TrainException">One is given.</exception>
    public static void Refuse(ParsedArguments arguments)
    {
        if (Specs.FirstOrDefault(option => arguments[option] is not null) is { } given)
        {
            throw new TrainException($"{given.Name} is for models of text, and this one is none; leave it out");
        }
    }
}
