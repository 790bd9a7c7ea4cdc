using System.CommandLine;
using System.CommandLine.Parsing;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>
/// Takes a command line apart; the only place that knows System.CommandLine. Values stay text: it would read numbers by the current culture
/// (<c>0.5</c> is 5 under de_DE), and its messages are longer than a line.
/// </summary>
internal static class ArgumentParser
{
    private static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>The options and arguments that follow the name of a command.</summary>
    /// <exception cref="TrainException">An option is unknown, stands twice or lacks its value; too many or too few arguments.</exception>
    public static ParsedArguments Parse(CommandSpec spec, IReadOnlyList<string> words)
    {
        var options = spec.Options.ToDictionary(static option => option, static option => new Option<string?>(option.Name)
        {
            Arity = option.Placeholder.Length == 0 ? ArgumentArity.Zero : ArgumentArity.ZeroOrOne,
        });
        var arguments = new Argument<string[]>("arguments") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(spec.Name) { arguments };
        foreach (var option in options.Values)
        {
            command.Add(option);
        }
        var result = CommandLineParser.Parse(command, words, Plain);
        var given = options
            .Select(option => (option.Key, Result: result.GetResult(option.Value)))
            .Where(static option => option.Result is not null)
            .ToDictionary(static option => option.Key.Name, static option => Value(option.Key, option.Result!));
        return new(spec, given, Arguments(spec, result.GetResult(arguments)?.Tokens ?? []));
    }

    private static string Value(OptionSpec spec, OptionResult option)
    {
        if (option.IdentifierTokenCount > 1 || option.Tokens.Count > 1)
        {
            throw new TrainException($"{spec.Name} is given twice; keep one");
        }
        return option.Tokens.Count == 1
            ? option.Tokens[0].Value
            : spec.Implied ?? throw new TrainException($"{spec.Name} needs a value: {spec.Expected}");
    }

    private static IReadOnlyList<string> Arguments(CommandSpec spec, IReadOnlyList<Token> tokens)
    {
        var words = tokens.Select(static token => token.Value).ToList();
        if (words.Find(static word => word.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
        {
            var name = unknown.Split('=', ':')[0];
            throw new TrainException($"{spec.Name} has no option '{name}'{Suggest(spec, name)}");
        }
        if (words.Count > spec.MostArguments)
        {
            throw new TrainException($"'{words[spec.MostArguments]}' is one word too many for {spec.Name}; see {spec.Name} --help");
        }
        return words.Count >= spec.FewestArguments
            ? words
            : throw new TrainException($"{spec.Name} needs {spec.Arguments}; see {spec.Name} --help");
    }

    private static string Suggest(CommandSpec spec, string name)
    {
        var nearest = NearestName.Suggest(name, spec.Options.Select(static option => option.Name));
        return nearest.Length > 0 ? nearest : $"; see {spec.Name} --help";
    }
}
