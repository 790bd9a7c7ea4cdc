using TrainSdk.Settings;

namespace TrainSdk.Rules;

/// <summary>The values that rules look at, as invariant text by name of the setting.</summary>
internal sealed class RuleValues
{
    private readonly IReadOnlyDictionary<string, string> _texts;

    /// <summary>Wraps the values.</summary>
    /// <param name="texts">The settings that exist in the model, without its constructor values.</param>
    /// <param name="stepsPerEpoch">Optimizer steps in one epoch; null where the data are not known, as in the compiler.</param>
    public RuleValues(IReadOnlyDictionary<string, string> texts, long? stepsPerEpoch)
    {
        _texts = texts;
        StepsPerEpoch = stepsPerEpoch;
    }

    /// <summary>Optimizer steps in one epoch; null where the data are not known.</summary>
    public long? StepsPerEpoch { get; }

    /// <summary>Whether the model has this setting.</summary>
    public bool Has(string name) => _texts.ContainsKey(name);

    /// <summary>The value as it was given.</summary>
    public string Text(string name) => _texts[name];

    /// <summary>The value as a number, a length's amount; NaN where it is none.</summary>
    public double Number(string name) => Duration.TryParse(_texts[name], out var length) ? length.Amount : double.NaN;

    /// <summary>The value as a length of training.</summary>
    public Duration Length(string name) => Duration.TryParse(_texts[name], out var length) ? length : double.NaN;

    /// <summary>Whether the value is true.</summary>
    public bool Flag(string name) => bool.TryParse(_texts[name], out var flag) && flag;
}
