namespace TrainSdk.Settings;

/// <summary>One number, flag or word of a model's hyperparameters: its names everywhere, and how it is read and written as text.</summary>
/// <typeparam name="TSettings">The model's generated <c>Hyperparameters</c>.</typeparam>
public sealed class Setting<TSettings>
{
    private readonly Func<TSettings, string> _get;
    private readonly Func<TSettings, string, (bool Ok, TSettings Settings)> _with;

    internal Setting(
        string name, string help, bool isConstructorValue, SettingForm form,
        Func<TSettings, string> get, Func<TSettings, string, (bool Ok, TSettings Settings)> with)
    {
        Name = name;
        Help = help;
        IsConstructorValue = isConstructorValue;
        Form = form;
        _get = get;
        _with = with;
    }

    /// <summary>Name of the property: <c>ClipGradNorm</c>.</summary>
    public string Name { get; }

    /// <summary>What it does, for <c>--help</c>; empty where the rule table says it.</summary>
    public string Help { get; }

    /// <summary>Whether it is a parameter of the model's constructor, so that weights only fit the same value.</summary>
    public bool IsConstructorValue { get; }

    /// <summary>What its text looks like.</summary>
    internal SettingForm Form { get; }

    /// <summary>The value as invariant text.</summary>
    public string TextOf(TSettings settings) => _get(settings);

    /// <summary>The settings with this one read from text; false where the text is not of this form.</summary>
    public bool TryWith(TSettings settings, string text, out TSettings changed)
    {
        (var ok, changed) = _with(settings, text);
        return ok;
    }
}
