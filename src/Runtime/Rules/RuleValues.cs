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

    /// <summary>The value as points of the run; none where it cannot be read.</summary>
    public Milestones Milestones(string name) =>
        Settings.Milestones.TryParse(_texts[name], out var milestones) ? milestones : new Milestones();

    /// <summary>Whether the rate follows the batch.</summary>
    public bool HasScaledLr => Has("ScaleLrBaseBatchSize");

    /// <summary>The rate that the schedule starts from.</summary>
    public double EffectiveLr => HasScaledLr
        ? ScaleLrCurve.At(Number("Lr"), (long)SamplesPerStep, (long)Number("ScaleLrBaseBatchSize"), ScaleRuleOf(Text("ScaleLrRule")))
        : Number("Lr");

    /// <summary>A length as a share of the run; NaN, which fills nothing, where that is not known or not sensible.</summary>
    public double ShareOfRun(Duration length)
    {
        var epochs = Number("Epochs");
        return epochs < 1 ? double.NaN : length.Unit switch
        {
            DurationUnit.Fraction => length.Amount,
            DurationUnit.Steps => StepsPerEpoch is { } steps ? length.Amount / (epochs * steps) : double.NaN,
            _ => length.Amount / epochs,
        };
    }

    /// <summary>Whether the value is true.</summary>
    public bool Flag(string name) => bool.TryParse(_texts[name], out var flag) && flag;

    /// <summary>Samples of one optimizer step, the tail of an epoch aside.</summary>
    public double SamplesPerStep => Number("BatchSize") * (Has("Accumulate") ? Number("Accumulate") : 1);

    private static ScaleRule ScaleRuleOf(string text) =>
        Enum.TryParse<ScaleRule>(text, ignoreCase: true, out var rule) ? rule : ScaleRule.Linear;
}
